"""A submission as the graders see it: names and source text, never a path that anything runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from torchgrade.graders.text import Text

MAX_FILE_BYTES = 256 * 1024
MAX_SUBMISSION_BYTES = 5 * 1024 * 1024
MAX_FILES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One code cell of a notebook after magics were dropped. ``number`` counts code cells from 1."""

    number: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One Python file or notebook. ``name`` is relative, with forward slashes; a notebook also has ``cells``.

    ``source`` is the whole text: for a notebook, its cells joined by blank lines, so that ``ast`` can scan it.
    """

    name: str
    source: str
    cells: tuple[Cell, ...] | None = None


class FaultKind(StrEnum):
    """Why a file or a submission can't be run: a plain mistake (ERROR) or a hostile upload (VIOLATION)."""

    ERROR = "error"
    VIOLATION = "violation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with an upload, said to the student: what, where, and what to do.

    ``file`` is None when the whole submission is meant.
    """

    kind: FaultKind
    file: str | None
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What one student handed in. ``faults`` with ``file=None`` reject the whole; others only that file.

    ``sha256`` covers names and bytes of every accepted file; ``submitted`` is the newest modification time in
    seconds since the epoch, or None when unknown.
    """

    student: str
    path: Path
    sha256: str
    files: tuple[SourceFile, ...]
    faults: tuple[Fault, ...] = ()
    notices: tuple[str, ...] = ()
    submitted: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """One line of roster.csv."""

    student: str
    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Everything found under SUBMISSIONS, in the students' order; ``missing`` are on the roster without an entry."""

    submissions: tuple[Submission, ...]
    roster: tuple[Student, ...] = ()
    missing: tuple[Student, ...] = ()
    notices: tuple[str, ...] = ()
