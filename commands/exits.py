"""The exit codes of every command, as the contract fixes them."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    OK = 0  # all graded, nothing below the gate
    FAILED = 1  # graded, and something failed or fell under --fail-under
    USAGE = 2
    INVALID_PACK = 3
    NOT_GRADED = 4  # something could not be graded: infrastructure
    INTERRUPTED = 130


class UsageError(Exception):
    """The command's words are off; the message says which and how to mend it."""
