"""GPU slots of the docker runner, as far as an engine without a GPU can show them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import docker
import pytest
from docker.errors import NotFound

from torchgrade.problems.values import Value
from torchgrade.sandbox.decode import decode_many
from torchgrade.sandbox.docker import DockerRunner, Isolation
from torchgrade.sandbox.docker import runner as runner_module
from torchgrade.sandbox.docker import scrub as scrub_module
from torchgrade.sandbox.docker.owner import OURS_LABEL
from torchgrade.sandbox.docker.scrub import DockerScrubber
from torchgrade.sandbox.docker.spec import container_arguments
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.gpu.smi import Gpu, GpuSick
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.protocol import JobFile, SandboxFailed, Task

pytestmark = pytest.mark.docker

GPU = Gpu(index=0, uuid="GPU-00000001", name="Fake 9000", memory_mib=8192, driver="580.1")
PROBE = "from torchgrade.problems.kit import check\n@check()\ndef asks(solution):\n    return solution.f()\n"


def without_device(*args: Any, **options: Any) -> dict[str, Any]:
    """What a container with a GPU is created with, but for the GPU."""
    arguments = container_arguments(*args, **options)
    del arguments["device_requests"]
    return arguments


@pytest.fixture
def scrubber(worker_image: str) -> Iterator[DockerScrubber]:
    scrubber = DockerScrubber(image=worker_image)
    yield scrubber
    scrubber.close()


def scrub_containers(engine: docker.DockerClient) -> list[str]:
    return engine.containers.list(all=True, filters={"label": OURS_LABEL, "name": "torchgrade-scrub-"})


def test_an_image_without_cuda_is_no_fault_of_the_gpu(
    engine: docker.DockerClient, scrubber: DockerScrubber, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrub_module, "container_arguments", without_device)

    with pytest.raises(SandboxFailed, match=r"torch .* has no CUDA.*torchgrade image build --device cuda"):
        scrubber.scrub(GPU)

    assert [] == scrub_containers(engine)


def test_an_engine_without_gpus_is_no_fault_of_the_gpu(engine: docker.DockerClient, scrubber: DockerScrubber) -> None:
    if "nvidia" in engine.info().get("Runtimes", {}):
        pytest.skip("this engine has GPUs; tests/gpu uses them")

    with pytest.raises(SandboxFailed, match="the Docker engine refused"):
        scrubber.scrub(GPU)

    assert [] == scrub_containers(engine)


class Lease:
    """A lease that sees to it that nothing of the submission lives when it is closed."""

    gpu = GPU

    def __init__(self, engine: docker.DockerClient, *, sick: bool) -> None:
        self._engine = engine
        self._sick = sick
        self.container = "none"
        self.gone_at_close: list[bool] = []

    def check(self) -> None:
        if self._sick:
            raise GpuSick("it hangs")

    def close(self) -> None:
        try:
            self._engine.containers.get(self.container)
            self.gone_at_close.append(False)
        except NotFound:
            self.gone_at_close.append(True)


class Pool:
    """One GPU, lent to whoever asks."""

    gpus = (GPU,)

    def __init__(self, lease: Lease) -> None:
        self._lease = lease

    def lease(self) -> Lease:
        return self._lease


def ask(runner: DockerRunner, lease: Lease) -> Value:
    sandbox = runner.sandbox("one")
    lease.container = sandbox.facts["container"]
    try:
        observation = sandbox.observe(
            Task(
                files=(JobFile(name="solution.py", source="import os\n\ndef f():\n    return os.getppid()\n"),),
                entry_points={"f": "solution.py"},
                checks_source=PROBE,
                checks=(("asks", 1),),
                cases=(encode({}),),
                limits=Limits(),
            )
        )
    finally:
        sandbox.close()
    (case,) = observation.cases
    assert case.reply is not None, case.reason
    assert GPU.uuid == observation.facts["gpu"]
    return decode_many(case.reply, 2)[0]


@pytest.mark.parametrize("sick", [False, True], ids=["well", "sick"])
def test_the_gpu_is_given_back_when_the_container_is_gone(
    engine: docker.DockerClient, worker_image: str, monkeypatch: pytest.MonkeyPatch, sick: bool
) -> None:
    monkeypatch.setattr(runner_module, "container_arguments", without_device)
    monkeypatch.setattr(runner_module, "require_cuda", lambda *_facts, **_words: None)
    lease = Lease(engine, sick=sick)
    runner = DockerRunner(image=worker_image, gpus=Pool(lease), isolation=Isolation.CONTAINER)  # type: ignore[arg-type]
    try:
        if sick:
            with pytest.raises(SandboxFailed, match="it hangs"):
                ask(runner, lease)
        else:
            assert 1 == ask(runner, lease)
    finally:
        runner.close()

    assert [True] == lease.gone_at_close


def test_an_image_without_cuda_starts_no_submission(
    engine: docker.DockerClient, worker_image: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner_module, "container_arguments", without_device)
    lease = Lease(engine, sick=False)
    runner = DockerRunner(image=worker_image, gpus=Pool(lease))  # type: ignore[arg-type]
    try:
        with pytest.raises(SandboxFailed, match=r"the image has torch .* without CUDA.*image build --device cuda"):
            runner.sandbox("one")
    finally:
        runner.close()
