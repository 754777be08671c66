"""What tests of several folders share: a real Docker engine, and the image with the worker of this tree."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:  # tests/gpu runs where there is no Docker, and no package that speaks to it
    import docker
    from xdist.remote import Producer
    from xdist.scheduler import LoadScopeScheduling

Refuse = Callable[[str], NoReturn]
WALL = ("attacks", "conformance", "docker", "golden", "gpu")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Keep what uses the engine, a GPU or measures limits in one process of pytest-xdist: beside it, one other runs."""
    from xdist.scheduler import LoadScopeScheduling

    class WallInOneProcess(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            folder = nodeid.removeprefix("tests/").split("/")[0]
            return "wall" if folder in WALL else nodeid

    return WallInOneProcess(config, log)


@pytest.fixture(scope="session")
def refuse() -> Refuse:
    """Skip for a reason, or fail where somebody promised that an engine is there."""

    def skip_or_fail(reason: str) -> NoReturn:
        if os.environ.get("TORCHGRADE_REQUIRE_DOCKER") == "1":
            pytest.fail(f"TORCHGRADE_REQUIRE_DOCKER=1, but {reason}")
        pytest.skip(reason)

    return skip_or_fail


@pytest.fixture(scope="session")
def engine(refuse: Refuse) -> Iterator[docker.DockerClient]:
    from torchgrade.sandbox.docker.engine import Engine, EngineUnavailable

    engine = Engine()
    try:
        engine.ping()
    except EngineUnavailable as error:
        refuse(f"{error}; .ci/engine starts one")
    with engine.client() as client:
        yield client
    engine.close()


@pytest.fixture(scope="session")
def base_image(engine: docker.DockerClient, refuse: Refuse) -> str:
    """The name of the image to build on, which is there."""
    from docker.errors import ImageNotFound

    name = os.environ.get("TORCHGRADE_TEST_BASE", "local/python:3.11")
    try:
        engine.images.get(name)
    except ImageNotFound:
        refuse(f"there is no image {name}; .ci/engine makes it")
    return name


@pytest.fixture(scope="session")
def worker_image(base_image: str) -> str:
    """The id of the image with this tree's worker, built at most once a session and only if it is missing."""
    from torchgrade.sandbox.image.command import build, find_image

    image = find_image() or build(base=base_image)
    return image.image_id
