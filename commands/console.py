"""Results go to stdout, everything else to stderr; both through rich, which turns to plain text in a log."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.text import Text


def out() -> Console:
    """Return the console for results."""
    return Console(file=sys.stdout, highlight=False)


def err() -> Console:
    """Return the console for talk."""
    return Console(file=sys.stderr, highlight=False)


def say(message: str) -> None:
    """Print one line of talk to stderr. Text, not markup: it may hold a student's words."""
    err().print(Text(message), soft_wrap=True)
