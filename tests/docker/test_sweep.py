"""What a dead grader left is removed; what belongs to a living one, or to somebody else, is not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace

import docker
import pytest
from docker.errors import NotFound

from torchgrade.sandbox.docker import sweep as sweeping
from torchgrade.sandbox.docker.engine import Engine
from torchgrade.sandbox.docker.owner import OURS_LABEL, OWNER_LABEL, Owner

LIVING = Owner.current()
REUSED_PID = replace(LIVING, started="1")
NO_SUCH_PID = replace(LIVING, pid=2**22 + 1)
EARLIER_BOOT = replace(LIVING, boot="another-boot")
OTHER_NAMESPACE = replace(LIVING, namespace="pid:[1]", pid=2**22 + 1)


def test_an_owner_survives_being_a_label() -> None:
    assert LIVING == Owner.from_label(LIVING.label())
    assert os.getpid() == LIVING.pid
    assert None is Owner.from_label("")
    assert None is Owner.from_label("somebody else's label of 6 words")


@pytest.mark.parametrize(
    ("owner", "gone_if_running", "gone_if_ended"),
    [
        (LIVING, False, False),
        (REUSED_PID, True, True),
        (NO_SUCH_PID, True, True),
        (EARLIER_BOOT, False, True),
        (OTHER_NAMESPACE, False, False),
    ],
)
def test_an_owner_is_gone_only_when_that_is_sure(owner: Owner, gone_if_running: bool, gone_if_ended: bool) -> None:
    assert gone_if_running == owner.is_gone(container_runs=True)
    assert gone_if_ended == owner.is_gone(container_runs=False)


Make = Callable[[dict[str, str]], str]


@pytest.fixture
def make(engine: docker.DockerClient, base_image: str) -> Iterator[Make]:
    made = []

    def create(labels: dict[str, str]) -> str:
        container = engine.containers.create(base_image, ["true"], labels=labels, network_mode="none")
        made.append(str(container.id))
        return made[-1]

    yield create
    for container_id in made:
        sweeping.remove(engine, container_id)


def is_there(engine: docker.DockerClient, container_id: str) -> bool:
    try:
        engine.api.inspect_container(container_id)
    except NotFound:
        return False
    return True


@pytest.mark.docker
def test_a_sweep_removes_orphans_and_nothing_else(engine: docker.DockerClient, make: Make) -> None:
    orphan = make({OURS_LABEL: "1", OWNER_LABEL: REUSED_PID.label()})
    kept = [
        make({OURS_LABEL: "1", OWNER_LABEL: LIVING.label()}),
        make({OURS_LABEL: "1"}),
        make({OWNER_LABEL: REUSED_PID.label()}),
        make({}),
    ]
    ours = Engine()

    removed = sweeping.sweep(ours)
    again = sweeping.sweep(ours)
    ours.close()

    assert 1 <= len(removed)
    assert () == again
    assert not is_there(engine, orphan)
    assert all(is_there(engine, container_id) for container_id in kept)


@pytest.mark.docker
def test_cleaning_removes_all_of_ours_and_twice_does_no_harm(
    engine: docker.DockerClient, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A label of this test's own: somebody else's grader may be at work on this engine.
    monkeypatch.setattr(sweeping, "OURS_LABEL", "torchgrade.container-of-a-test")
    ours = [make({"torchgrade.container-of-a-test": "1", OWNER_LABEL: LIVING.label()}) for _ in range(2)]
    other = make({"torchgrade.container-of-a-test": "0"})
    client = Engine()

    removed = sweeping.clean(client)
    again = sweeping.clean(client)
    client.close()

    assert 2 == len(removed)
    assert () == again
    assert not any(is_there(engine, container_id) for container_id in ours)
    assert is_there(engine, other)
