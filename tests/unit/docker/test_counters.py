"""A container's counters are found on cgroup v1 and v2, and never those of somebody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from torchgrade.sandbox.docker.counters import Counts, find_counters

ID = "0123456789abcdef" * 4
PID = 4242


def machine(root: Path, *, groups: str, mounts: str) -> Path:
    """Return a folder that looks like /proc."""
    (root / "proc" / str(PID)).mkdir(parents=True)
    (root / "proc" / "self").mkdir()
    (root / "proc" / str(PID) / "cgroup").write_text(groups)
    (root / "proc" / "self" / "mountinfo").write_text(mounts)
    return root / "proc"


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    memory, pids = tmp_path / "memory", tmp_path / "pids"
    write(memory / "docker" / ID / "memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 3\n")
    write(pids / "docker" / ID / "pids.events", "max 7\n")
    return machine(
        tmp_path,
        groups=f"12:pids:/docker/{ID}\n9:cpu,cpuacct:/docker/{ID}\n5:memory:/docker/{ID}\n0::/\n",
        mounts=(
            f"40 30 0:35 / {memory} rw,nosuid - cgroup cgroup rw,memory\n"
            f"41 30 0:36 / {pids} rw shared:9 master:3 - cgroup cgroup rw,pids\n"
            "20 1 8:1 / / rw - ext4 /dev/root rw\n"
        ),
    )


@pytest.fixture
def version_2(tmp_path: Path) -> Path:
    group = tmp_path / "unified" / "system.slice" / f"docker-{ID}.scope"
    write(group / "memory.events", "low 0\nhigh 0\nmax 9\noom 2\noom_kill 1\n")
    write(group / "pids.events", "max 0\n")
    return machine(
        tmp_path,
        groups=f"0::/system.slice/docker-{ID}.scope\n",
        mounts=f"35 24 0:30 / {tmp_path / 'unified'} rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n",
    )


def test_version_1(version_1: Path) -> None:
    counters = find_counters(PID, ID, proc=version_1)

    assert counters is not None
    assert Counts(oom_kills=3, processes_refused=7) == counters.read()


def test_version_2(version_2: Path) -> None:
    counters = find_counters(PID, ID, proc=version_2)

    assert counters is not None
    assert Counts(oom_kills=1, processes_refused=0) == counters.read()


def test_a_process_of_another_machine_with_the_same_number_is_not_ours(version_2: Path) -> None:
    assert find_counters(PID, "f" * 64, proc=version_2) is None


def test_a_process_that_is_gone_has_none(version_1: Path) -> None:
    assert find_counters(PID + 1, ID, proc=version_1) is None


def test_a_controller_that_is_not_mounted_means_none(version_1: Path) -> None:
    mounts = version_1 / "self" / "mountinfo"
    mounts.write_text("".join(line for line in mounts.read_text().splitlines(True) if "pids" not in line))

    assert find_counters(PID, ID, proc=version_1) is None


def test_counters_that_are_gone_read_as_none(version_2: Path, tmp_path: Path) -> None:
    counters = find_counters(PID, ID, proc=version_2)
    assert counters is not None

    (tmp_path / "unified" / "system.slice" / f"docker-{ID}.scope" / "memory.events").unlink()

    assert counters.read() is None
