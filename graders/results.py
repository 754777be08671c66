"""The result model of a run: frozen dataclasses with exactly the fields of the contract's results.json."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from torchgrade.graders.text import Text


class Verdict(StrEnum):
    """What a check came to. Only PASSED gives points."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY_LIMIT = "memory_limit"
    OUTPUT_LIMIT = "output_limit"
    VIOLATION = "violation"
    BLOCKED = "blocked"
    NOT_GRADED = "not_graded"


class Visibility(StrEnum):
    """Who may see a check's details, and when."""

    PUBLIC = "public"
    AFTER_DUE = "after_due"
    HIDDEN = "hidden"


class SubmissionStatus(StrEnum):
    """What became of one student's submission."""

    GRADED = "graded"
    MISSING = "missing"
    REJECTED = "rejected"
    NOT_GRADED = "not_graded"


class ProblemStatus(StrEnum):
    """What became of one problem of a submission."""

    GRADED = "graded"
    REJECTED = "rejected"
    NOT_GRADED = "not_graded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterexample:
    """One failing case in words: its inputs, both answers, and where they differ."""

    case: str
    expected: str
    actual: str
    difference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """One check of one problem, judged. ``seconds`` is wall time of its cases."""

    id: str
    title: Text
    verdict: Verdict
    score: int
    max_score: int
    visibility: Visibility
    cases: int
    cases_passed: int
    seconds: float
    message: Text
    counterexample: Counterexample | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """One source rule, as found in the submission's text. ``line`` is 1-based."""

    rule: str
    ok: bool
    line: int | None
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """A known mistake whose evidence the submission's evidence equals."""

    mistake: str
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemResult:
    """One problem of one submission. ``score`` is None exactly when something was not graded."""

    id: str
    status: ProblemStatus
    score: int | None
    max_score: int
    rules: tuple[RuleResult, ...] = ()
    diagnosis: tuple[Diagnosis, ...] = ()
    stdout: str = ""
    stderr: str = ""
    checks: tuple[CheckResult, ...] = ()

    @property
    def rules_only_warn(self) -> bool:
        """Return whether a broken rule was only pointed out: where rules are enforced, no check passes beside it."""
        return any(check.verdict is Verdict.PASSED for check in self.checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionResult:
    """One student's result. ``score`` is None where a problem was not graded; a missing student has score 0."""

    student: str
    path: str | None
    sha256: str | None
    status: SubmissionStatus
    late_days: int
    score: float | int | None
    max_score: float | int
    seconds: float
    notices: tuple[str, ...]
    problems: tuple[ProblemResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunInfo:
    """The facts of one run. ``started`` and ``finished`` are ISO 8601 in UTC; ``seed`` reproduces the cases."""

    id: str
    assignment: str
    seed: int
    runner: str
    isolation: str
    device: str
    engine: str
    image: str | None
    torch: str
    torchgrade: str
    started: str
    finished: str | None
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A whole run: what results.json holds."""

    run: RunInfo
    submissions: tuple[SubmissionResult, ...]
