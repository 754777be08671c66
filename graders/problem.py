"""A problem and an assignment as loaded: the strict, frozen form of problem.yaml and assignment.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from torchgrade.graders.results import Visibility
from torchgrade.graders.text import Text
from torchgrade.sandbox.limits import Limits

__all__ = [
    "AssignedProblem",
    "Assignment",
    "CheckSpec",
    "LateRule",
    "Limits",
    "Mistake",
    "Problem",
    "ReferenceSet",
    "Rules",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Source rules. ``loops=False`` forbids Python loops and comprehensions in the entry points.

    With ``warn`` a broken rule is reported and costs no points.
    """

    forbid: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    loops: bool = True
    warn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSpec:
    """One check as declared in problem.yaml; ``probe`` is the name of its function in checks.py.

    A ``simulated`` check asks the probe of another one again, on a simulated GPU.
    """

    id: str
    probe: str
    points: int
    visibility: Visibility
    cases: int
    needs: tuple[str, ...] = ()
    simulated: bool = False
    title: Text | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A known wrong solution: its name, its source and what a tutor would say."""

    name: str
    source: str
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem of a pack, loaded and cross-checked. Paths are only for messages; texts are already read."""

    id: str
    title: Text
    entry_points: tuple[str, ...]
    difficulty: int
    topics: tuple[str, ...]
    limits: Limits
    rules: Rules
    checks: tuple[CheckSpec, ...]
    folder: Path
    reference_folder: Path | None
    statement: Text
    starter: str
    checks_source: str
    digest: str
    hints: tuple[Text, ...] = ()

    @property
    def unit(self) -> str:
        """Return the part of the id before the slash."""
        return self.id.split("/", 1)[0]

    @property
    def slug(self) -> str:
        """Return the part of the id after the slash."""
        return self.id.split("/", 1)[1]

    @property
    def points(self) -> int:
        """Return the sum of the checks' points."""
        return sum(check.points for check in self.checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceSet:
    """The secret half of a problem: solution, right alternatives by name, known mistakes, and
    the text of ``equivalent_mutants.yaml``."""

    solution: str
    alternatives: dict[str, str] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()
    equivalent_mutants: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRule:
    """Lateness: ``per_day_percent`` off for each started day, up to ``max_days``; after that nothing counts."""

    per_day_percent: int = 0
    max_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedProblem:
    """A problem in an assignment, with its integer weight."""

    problem: Problem
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What a class has to do."""

    id: str
    title: Text
    problems: tuple[AssignedProblem, ...]
    due: datetime | None = None
    late: LateRule | None = None
    attempts_limit: int | None = None
    attempts_count: Literal["best", "last"] = "best"
