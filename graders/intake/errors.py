"""Two ways intake ends early: the teacher's folder is wrong, or one student's upload is."""

from __future__ import annotations

from torchgrade.graders.submission import Fault, FaultKind
from torchgrade.graders.text import Text


class IntakeError(Exception):
    """What the teacher must put right before anybody can be graded; the message names the path and the fix."""


class Rejected(Exception):
    """One student's whole upload, or one file of it, can't be read. Caught inside intake and kept as a Fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message.en)
        self.fault = fault


def mistake(en: str, ko: str, *, file: str | None = None) -> Fault:
    """Return the fault of an honest student; ``file`` None rejects the whole submission."""
    return Fault(kind=FaultKind.ERROR, file=file, message=Text(en, ko))


def violation(en: str, ko: str, *, file: str | None = None) -> Fault:
    """Return the fault of an upload that only somebody who tries something would build."""
    return Fault(kind=FaultKind.VIOLATION, file=file, message=Text(en, ko))
