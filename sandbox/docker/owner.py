"""Label what we start with who started it: what a dead process left can then be told from a live one's containers."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

OURS_LABEL = "torchgrade.container"  # on every container of ours, whoever started it
RUN_LABEL = "torchgrade.run"
SLOT_LABEL = "torchgrade.slot"
ISOLATION_LABEL = "torchgrade.isolation"
OWNER_LABEL = "torchgrade.owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A process of a machine. ``boot`` and ``namespace`` say where ``pid`` has a meaning, ``started`` when it began."""

    boot: str
    namespace: str
    pid: int
    started: str

    def label(self) -> str:
        """Return the value of OWNER_LABEL."""
        return f"{self.boot} {self.namespace} {self.pid} {self.started}"

    @classmethod
    def from_label(cls, text: str) -> Owner | None:
        """Return the owner that a label names, or None for a text that names none."""
        words = text.split(" ")
        if len(words) != 4 or not words[2].isdigit():
            return None
        return cls(boot=words[0], namespace=words[1], pid=int(words[2]), started=words[3])

    @classmethod
    def current(cls) -> Owner:
        """Return this process."""
        return cls(boot=_boot(), namespace=_namespace(), pid=os.getpid(), started=_started(os.getpid()) or "-")

    def is_gone(self, *, container_runs: bool) -> bool:
        """Return whether the owner surely lives no more.

        An owner of another boot may live on another machine that uses the same engine. But no container of ours starts
        again by itself, so one that is not running after a reboot has nobody.
        """
        if self.boot != _boot():
            return not container_runs
        if self.namespace != _namespace():
            return False
        return _started(self.pid) != self.started


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return "-"


def _namespace() -> str:
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return "-"


def _started(pid: int) -> str | None:
    """Return when a process started, in the kernel's ticks; "-" if that can't be said; None if it is gone."""
    try:
        # The command's name, in brackets, may hold anything; the fields after it are numbers.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return _lives(pid)
    return None if fields[0] in ("Z", "X") else fields[19]


def _lives(pid: int) -> str | None:
    if Path("/proc/self/stat").exists():
        return None
    try:
        os.kill(pid, 0)
    except PermissionError:
        return "-"
    except OSError:
        return None
    return "-"
