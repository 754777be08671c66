"""What every runner promises: the types between the graders and the wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.worker.job import JobFile

__all__ = ["CaseOutcome", "Ending", "JobFile", "Observation", "Runner", "Sandbox", "SandboxFailed", "Task"]


class SandboxFailed(Exception):
    """The sandbox itself failed, which is never the student's fault: the result is not graded and may be retried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One problem of one submission: what to load, what to ask, and the limits.

    ``checks`` are probe names with their numbers of cases; ``cases`` are encoded, checks end to end. ``simulated`` are
    the positions of the checks that are asked on a simulated GPU where ``device`` is the CPU; ``on_cpu`` are the cases
    that stay on the CPU whatever ``device`` says.
    """

    files: tuple[JobFile, ...]
    entry_points: dict[str, str]
    checks_source: str
    checks: tuple[tuple[str, int], ...]
    cases: tuple[bytes, ...]
    limits: Limits
    simulated: tuple[int, ...] = ()
    device: str = "cpu"
    on_cpu: tuple[int, ...] = ()
    list_modules: bool = False

    def check_of(self, index: int) -> int:
        """Return which check a case belongs to."""
        for position, (_, count) in enumerate(self.checks):
            if index < count:
                return position
            index -= count
        raise IndexError(index)

    def first_case_of(self, check: int) -> int:
        """Return the index of a check's first case; the number of all cases for the check after the last."""
        return sum(count for _, count in self.checks[:check])


class Ending(StrEnum):
    """How the observation of one case ended. Everything but REPLIED is a failure; the host alone decides which."""

    REPLIED = "replied"
    LOAD_FAILED = "load_failed"  # the submission raised while it was imported
    IMPORT_TIMEOUT = "import_timeout"
    CASE_TIMEOUT = "case_timeout"
    TOTAL_TIMEOUT = "total_timeout"
    OUTPUT_LIMIT = "output_limit"
    REPLY_LIMIT = "reply_limit"  # evidence over the limit, announced by an honest header
    MEMORY_LIMIT = "memory_limit"
    PROCESS_LIMIT = "process_limit"
    VIOLATION = "violation"  # the child's bytes broke the grammar, or it made a call on the kill list
    DIED = "died"  # the child ended without answering
    SKIPPED = "skipped"  # not asked: the check had failed for good


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOutcome:
    """One case: how it ended, the reply's bytes if there is one, a reason in English, and wall seconds."""

    ending: Ending
    reply: bytes | None = None
    reason: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """Everything that was seen of one task. ``load_failure`` and ``notices`` are the child's own words, undecoded.

    ``tainted`` says that something abnormal happened: a careful owner does not reuse the sandbox.
    """

    cases: tuple[CaseOutcome, ...]
    load_failure: bytes | None = None
    notices: tuple[bytes, ...] = ()
    modules: bytes | None = None
    stdout: str = ""
    stderr: str = ""
    seconds: float = 0.0
    tainted: bool = False
    # Facts of the machine at the time (torch's version, the sandbox's id): for reports, never for verdicts.
    facts: dict[str, str] = field(default_factory=dict)


class Sandbox(Protocol):
    """A place for one submission. ``observe`` may be called once for each problem; ``close`` twice does no harm."""

    def observe(self, task: Task) -> Observation:
        """Run one task. Raises SandboxFailed when the sandbox itself broke; nothing is known then."""
        ...

    def close(self) -> None:
        """End everything that belongs to this sandbox and remove it."""
        ...


class Runner(Protocol):
    """Hands out sandboxes. Safe to call from several threads."""

    name: str

    def sandbox(self, label: str) -> Sandbox:
        """Return a sandbox for one submission. ``label`` is for staff. Raises SandboxFailed."""
        ...

    def warm(self, modules: Sequence[str]) -> None:
        """Have ``modules`` imported in every sandbox that is handed out from now on, if they can be."""
        ...

    def close(self) -> None:
        """End everything that this runner started."""
        ...


class Channel(Protocol):
    """A duplex byte stream to a supervisor, never blocking; what a runner adds to ``session``."""

    def write(self, data: memoryview) -> int:
        """Write some of ``data`` without blocking; return how many bytes were taken. Raises SandboxFailed."""
        ...

    def read(self) -> bytes | None:
        """Return what has arrived, b"" when nothing has, None at the end of the stream."""
        ...

    def wait(self, *, to_write: bool, seconds: float) -> None:
        """Wait until reading (or, if ``to_write``, writing) may go on, at most ``seconds``."""
        ...


Clock = Callable[[], float]
