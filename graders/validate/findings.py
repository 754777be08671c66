"""What validation found, said to the author."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from torchgrade.graders.packs.mistakes import PackMistake


class Severity(StrEnum):
    """An error keeps a problem from being used; a warning is for the author to weigh."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend: where in the pack, and what to do."""

    where: str
    message: str
    severity: Severity = Severity.ERROR


def found_in_pack(mistakes: Iterable[PackMistake]) -> list[Finding]:
    """Return what keeps a pack from being loaded as findings."""
    return [Finding(where=f"{one.path}:{one.line}", message=one.message) for one in mistakes]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport:
    """All findings of one problem and what was tried: numbers for the author, by name."""

    problem: str
    findings: tuple[Finding, ...]
    numbers: dict[str, float | int | str]

    @property
    def ok(self) -> bool:
        """Return whether the problem may be used."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)
