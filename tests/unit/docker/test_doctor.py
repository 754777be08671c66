"""What the engine says of itself becomes facts: what is fatal, what is only lost, and what mends it."""

from __future__ import annotations

from typing import Any

import pytest

from torchgrade.sandbox.doctor import Fact, engine_facts, refuses

GOOD: dict[str, Any] = {
    "ServerVersion": "28.1.0+1",
    "Driver": "overlay2",
    "CgroupVersion": "2",
    "SecurityOptions": ["name=seccomp,profile=builtin", "name=cgroupns"],
    "MemoryLimit": True,
    "SwapLimit": True,
    "PidsLimit": True,
    "CpuCfsQuota": True,
    "CPUSet": True,
    "Runtimes": {"runc": {}, "nvidia": {}},
}


def fact(name: str, **changes: Any) -> Fact:
    found = {one.name: one for one in engine_facts({**GOOD, **changes}, "cuda")}
    return found[name]


def test_a_good_engine_has_nothing_to_mend() -> None:
    found = engine_facts(GOOD, "cuda")

    assert {"ok"} == {one.status for one in found}
    assert not any(one.remedy for one in found)
    assert not refuses(found)


@pytest.mark.parametrize(
    ("name", "changes", "status"),
    [
        ("docker engine", {"ServerVersion": "19.03.15"}, "warn"),
        ("docker engine", {"ServerVersion": ""}, "warn"),
        ("docker engine", {"ServerVersion": "dev"}, "warn"),
        ("storage driver", {"Driver": "vfs"}, "warn"),
        ("seccomp", {"SecurityOptions": None}, "fail"),
        ("seccomp", {"SecurityOptions": ["name=apparmor"]}, "fail"),
        ("memory limit", {"MemoryLimit": False}, "fail"),
        ("swap limit", {"SwapLimit": False}, "warn"),
        ("process limit", {"PidsLimit": False}, "warn"),
        ("processor limits", {"CPUSet": False}, "warn"),
        ("processor limits", {"CpuCfsQuota": False}, "warn"),
        ("nvidia runtime", {"Runtimes": {"runc": {}}}, "fail"),
        ("nvidia runtime", {"Runtimes": None}, "fail"),
    ],
)
def test_what_is_missing_is_said_with_its_remedy(name: str, changes: dict[str, Any], status: str) -> None:
    found = fact(name, **changes)

    assert status == found.status
    assert found.value
    assert found.remedy
    assert (status == "fail") == refuses((found,))


def test_the_other_spelling_of_the_processor_quota_counts() -> None:
    info = {key: value for key, value in GOOD.items() if key != "CpuCfsQuota"} | {"CPUCfsQuota": True}

    assert {"ok"} == {one.status for one in engine_facts(info, "cpu") if one.name == "processor limits"}


def test_an_engine_that_says_nothing_is_refused() -> None:
    assert refuses(engine_facts({}, "cpu"))
    assert "nvidia runtime" not in {one.name for one in engine_facts({}, "cpu")}
