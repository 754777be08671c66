"""Read a container's cgroup counters from outside: how often memory or processes were refused, which no exit code says.

Both versions of cgroups are read. Where they can't be (a remote engine, a virtual machine in between) there are no
counters, and ``doctor`` says so: a submission that used up its memory is then reported as one that died.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many processes were killed for memory, and how many could not be started, since the container began."""

    oom_kills: int
    processes_refused: int


class Counters:
    """Where one container's counters are."""

    def __init__(self, memory: Path, pids: Path) -> None:
        self._memory, self._pids = memory, pids

    def read(self) -> Counts | None:
        """Return the counts; None once the container has ended and its cgroup is gone."""
        try:
            return Counts(oom_kills=_value(self._memory, "oom_kill"), processes_refused=_value(self._pids, "max"))
        except OSError:
            return None


def find_counters(pid: int, container_id: str, *, proc: Path = Path("/proc")) -> Counters | None:
    """Return the counters of the container whose first process is ``pid`` here, or None where they can't be read.

    ``pid`` is what the engine says. It may mean another machine's process, so the cgroup must carry the container's id.
    """
    try:
        groups = _groups(proc / str(pid) / "cgroup")
        mounts = _mounts(proc / "self" / "mountinfo")
    except OSError:
        return None
    found = []
    for controller, version_1, version_2 in (
        ("memory", "memory.oom_control", "memory.events"),
        ("pids", "pids.events", "pids.events"),
    ):
        unified = controller not in groups
        group = groups.get("" if unified else controller)
        mount = mounts.get("" if unified else controller)
        if group is None or mount is None or container_id not in group:
            return None
        found.append(mount / group.lstrip("/") / (version_2 if unified else version_1))
    counters = Counters(*found)
    return counters if counters.read() is not None else None


def _groups(file: Path) -> dict[str, str]:
    """Return the group of each controller; the unified hierarchy's under the name ""."""
    groups = {}
    for line in file.read_text().splitlines():
        _, controllers, group = line.split(":", 2)
        for controller in controllers.split(","):
            groups[controller] = group
    return groups


def _mounts(file: Path) -> dict[str, Path]:
    mounts = {}
    for line in file.read_text().splitlines():
        before, _, after = line.partition(" - ")
        kind, _, options = after.split(" ", 2)
        folder = Path(before.split(" ")[4])
        if kind == "cgroup2":
            mounts[""] = folder
        elif kind == "cgroup":
            for controller in options.split(" ")[-1].split(","):
                mounts[controller] = folder
    return mounts


def _value(file: Path, name: str) -> int:
    for line in file.read_text().splitlines():
        key, _, value = line.partition(" ")
        if key == name:
            return int(value)
    raise OSError(f"{file} has no {name}")
