"""Turn what went wrong into a message on stderr and the contract's exit code. Unknown errors show their traceback."""

from __future__ import annotations

import traceback

from torchgrade.commands.console import say
from torchgrade.commands.exits import Exit, UsageError
from torchgrade.graders.grade import Interrupted
from torchgrade.graders.intake import IntakeError
from torchgrade.graders.journal import JournalError, JournalMismatch
from torchgrade.graders.judging import BrokenJudge
from torchgrade.graders.oracle import BrokenReference
from torchgrade.graders.packs import PackError, UnknownAssignment, UnknownProblem
from torchgrade.graders.plan import PlanError
from torchgrade.sandbox.image.build import ImageBuildError
from torchgrade.sandbox.protocol import SandboxFailed

_CODES: tuple[tuple[type[Exception], Exit], ...] = (
    (UsageError, Exit.USAGE),
    (UnknownProblem, Exit.USAGE),
    (UnknownAssignment, Exit.USAGE),
    (IntakeError, Exit.USAGE),
    (JournalMismatch, Exit.USAGE),
    (PackError, Exit.INVALID_PACK),
    (PlanError, Exit.INVALID_PACK),
    (BrokenReference, Exit.INVALID_PACK),
    (BrokenJudge, Exit.INVALID_PACK),
    (SandboxFailed, Exit.NOT_GRADED),
    (ImageBuildError, Exit.NOT_GRADED),
    (JournalError, Exit.NOT_GRADED),
    (OSError, Exit.NOT_GRADED),
    (Interrupted, Exit.INTERRUPTED),
)


def explain(error: Exception) -> Exit:
    """Say what went wrong and return the exit code."""
    for kind, code in _CODES:
        if isinstance(error, kind):
            text = "stopped; the same command goes on from here" if isinstance(error, Interrupted) else str(error)
            say(f"torchgrade: {text}")
            return code
    say("torchgrade: this is a mistake of torchgrade itself; please report it with the lines below")
    say("".join(traceback.format_exception(error)).rstrip())
    return Exit.NOT_GRADED
