"""The journal of a run: every result is committed the moment it is known, so that a killed run loses nothing.

Theory of operation. ``<out>/run.db`` is an SQLite file in WAL mode with ``synchronous=FULL``: when ``record`` returns,
the row survives a kill and a power cut. Each write is one transaction, so a full disk leaves the file as it was.
``<out>/run.lock`` is locked with ``flock`` for as long as a journal is open for writing; the kernel lets go of it when
the process dies, however it dies, so there is no stale lock to remove. One connection behind one lock serves all
threads: a result takes minutes to get and a millisecond to store.
"""

from __future__ import annotations

import dataclasses
import fcntl
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from torchgrade.graders.codec import CodecError, Model, from_json, scrub, to_json
from torchgrade.graders.results import ProblemResult, ProblemStatus, RunInfo, SubmissionResult, SubmissionStatus

JOURNAL_NAME = "run.db"
LOCK_NAME = "run.lock"
FORMAT = 1
_OWNER = "torchgrade journal"

_TABLES = """
CREATE TABLE format (owner TEXT NOT NULL, version INTEGER NOT NULL);
CREATE TABLE run (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    plan_digest TEXT NOT NULL,
    info TEXT NOT NULL
);
CREATE TABLE student (
    student TEXT PRIMARY KEY,
    position INTEGER                -- NULL: was in the class when the run began and is no longer
);
CREATE TABLE problem_result (
    submission_key TEXT NOT NULL,
    problem TEXT NOT NULL,
    graded INTEGER NOT NULL CHECK (graded IN (0, 1)),
    seconds REAL NOT NULL,
    result TEXT NOT NULL,
    PRIMARY KEY (submission_key, problem)
);
CREATE TABLE submission_result (
    student TEXT PRIMARY KEY REFERENCES student (student),
    graded INTEGER NOT NULL CHECK (graded IN (0, 1)),
    result TEXT NOT NULL
);
"""


class JournalError(Exception):
    """The journal can't be read or written: infrastructure, never a student's fault."""


class JournalMismatch(JournalError):
    """The folder holds another run."""


class JournalBusy(JournalError):
    """Another grader is writing to the same folder."""


class Recorded(NamedTuple):
    """A stored problem result and the wall seconds it took."""

    result: ProblemResult
    seconds: float


class Journal:
    """An open journal. Use ``with Journal.open(out) as journal``; every method may be called from any thread."""

    def __init__(self, connection: sqlite3.Connection, *, path: Path, lock_file: int | None) -> None:
        self._connection = connection
        self._path = path
        self._lock_file = lock_file
        self._mutex = threading.RLock()

    @classmethod
    def open(cls, path: Path) -> Journal:
        """Open for writing, creating what is missing. ``path`` is the run's folder or the ``run.db`` in it.

        Raises ``JournalBusy`` while another process has it open, ``JournalError`` for a file that is damaged, of
        another program or of another version, and where the folder can't be written.
        """
        path = _journal_path(path)
        lock_file = _acquire(path)
        try:
            connection = _connect(path)
        except BaseException:
            os.close(lock_file)
            raise
        return cls(connection, path=path, lock_file=lock_file)

    @classmethod
    def read(cls, path: Path) -> Journal:
        """Open an existing journal only for reading, also while a grader is writing to it."""
        path = _journal_path(path)
        if not path.is_file():
            raise JournalError(f"{path} does not exist: there is no run here; `torchgrade grade` makes one")
        with _explained(path):
            connection = _connect_to_read(path)
            try:
                _check_format(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(connection, path=path, lock_file=None)

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and let go of the lock. Twice is harmless."""
        with self._mutex:
            self._connection.close()
            if self._lock_file is not None:
                os.close(self._lock_file)
                self._lock_file = None

    def begin(self, info: RunInfo, plan_digest: str, students: Sequence[str]) -> RunInfo:
        """Start the run, or go on with the stored one of the same plan; return the info that counts.

        On a resume that is the stored info, with its id, seed and start. Raises ``JournalMismatch`` when the folder
        holds a run of another plan.
        """
        with self._write() as connection:
            row = connection.execute("SELECT plan_digest, info FROM run").fetchone()
            if row is None:
                connection.execute("INSERT INTO run VALUES (1, ?, ?)", (scrub(plan_digest), to_json(info)))
            else:
                stored = self._decode(row[1], RunInfo)
                if row[0] != scrub(plan_digest):
                    raise JournalMismatch(_mismatch_message(self._path.parent, stored=stored, wanted=info))
                info = stored
            connection.execute("UPDATE student SET position = NULL")
            connection.executemany(
                "INSERT INTO student VALUES (?, ?) ON CONFLICT (student) DO UPDATE SET position = excluded.position",
                [(scrub(student), position) for position, student in enumerate(students)],
            )
        return info

    def record(self, submission_key: str, result: ProblemResult, seconds: float) -> bool:
        """Commit one problem's result; return whether it was stored.

        The first graded result stays. A result that was not graded gives way to any later one.
        """
        graded = result.status is not ProblemStatus.NOT_GRADED
        row = (scrub(submission_key), scrub(result.id), int(graded), seconds, self._encode(result))
        with self._write() as connection:
            cursor = connection.execute(
                "INSERT INTO problem_result VALUES (?, ?, ?, ?, ?) ON CONFLICT (submission_key, problem) DO UPDATE SET"
                " graded = excluded.graded, seconds = excluded.seconds, result = excluded.result"
                " WHERE problem_result.graded = 0",
                row,
            )
            return cursor.rowcount > 0

    def recorded(self, submission_key: str) -> dict[str, Recorded]:
        """Return the graded results of one submission by problem id; what was not graded is left out, to be retried."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT problem, result, seconds FROM problem_result WHERE submission_key = ? AND graded = 1"
                " ORDER BY problem",
                (scrub(submission_key),),
            ).fetchall()
        return {problem: Recorded(self._decode(result, ProblemResult), seconds) for problem, result, seconds in rows}

    def forget(self, submission_key: str, problem: str | None = None) -> int:
        """Drop a submission's results, or those of one problem, so that they are graded again; return how many."""
        with self._write() as connection:
            return connection.execute(
                "DELETE FROM problem_result WHERE submission_key = ? AND (? IS NULL OR problem = ?)",
                (scrub(submission_key), problem, problem),
            ).rowcount

    def record_submission(self, result: SubmissionResult) -> bool:
        """Commit one student's whole result; return whether it was stored.

        The latest stays, except that a result that was not graded never replaces a graded one. Raises
        ``JournalError`` for a student that ``begin`` was not told of.
        """
        graded = result.status is not SubmissionStatus.NOT_GRADED
        row = (scrub(result.student), int(graded), self._encode(result))
        with self._write() as connection:
            cursor = connection.execute(
                "INSERT INTO submission_result VALUES (?, ?, ?) ON CONFLICT (student) DO UPDATE SET"
                " graded = excluded.graded, result = excluded.result"
                " WHERE excluded.graded = 1 OR submission_result.graded = 0",
                row,
            )
            return cursor.rowcount > 0

    def submissions(self) -> tuple[SubmissionResult, ...]:
        """Return what is known of the class so far, in the order of the students given to ``begin``."""
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT result FROM submission_result JOIN student USING (student)"
                " WHERE position IS NOT NULL ORDER BY position"
            ).fetchall()
        return tuple(self._decode(row[0], SubmissionResult) for row in rows)

    def finish(self, finished: str) -> RunInfo:
        """Note the end of the run. It is complete when every student has a stored result."""
        with self._write() as connection:
            info = self.run()
            (open_students,) = connection.execute(
                "SELECT count(*) FROM student LEFT JOIN submission_result USING (student)"
                " WHERE position IS NOT NULL AND result IS NULL"
            ).fetchone()
            info = dataclasses.replace(info, finished=finished, complete=open_students == 0)
            connection.execute("UPDATE run SET info = ?", (to_json(info),))
        return info

    def run(self) -> RunInfo:
        """Return the stored facts of the run. Raises ``JournalError`` before the first ``begin``."""
        with self._reading() as connection:
            row = connection.execute("SELECT info FROM run").fetchone()
        if row is None:
            raise JournalError(f"{self._path} holds no run yet: `torchgrade grade` begins one")
        return self._decode(row[0], RunInfo)

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is stored, or nothing."""
        with self._mutex, _explained(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite itself rolls back when the disk is full
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._mutex, _explained(self._path):
            yield self._connection

    def _encode(self, result: ProblemResult | SubmissionResult) -> str:
        try:
            return to_json(result)
        except CodecError as error:
            raise JournalError(f"a result can't be stored in {self._path}: {error}") from error

    def _decode(self, text: str, wanted: type[Model]) -> Model:
        try:
            return from_json(text, wanted)
        except CodecError as error:
            raise JournalError(f"{self._path} is damaged: {error}") from error


def _journal_path(path: Path) -> Path:
    return path if path.name == JOURNAL_NAME else path / JOURNAL_NAME


def _mismatch_message(folder: Path, *, stored: RunInfo, wanted: RunInfo) -> str:
    return (
        f"{folder} already holds a run of assignment '{stored.assignment}' (started {stored.started}), and this is"
        f" another plan, of assignment '{wanted.assignment}'. What differs (problems, submissions, seed, limits,"
        " image) is unknown. Either give another --out, or repeat the command with the same arguments as before"
    )


def _acquire(path: Path) -> int:
    """Return a locked file descriptor; closing it unlocks."""
    lock_path = path.with_name(LOCK_NAME)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock_file = os.open(lock_path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise JournalError(f"{path.parent} can't be written: {error.strerror}; give another --out") from error
    try:
        fcntl.flock(lock_file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(lock_file)
        raise JournalBusy(
            f"another torchgrade is writing to {path.parent}; wait until it ends, or give another --out"
        ) from error
    except OSError as error:
        os.close(lock_file)
        raise JournalError(f"{lock_path} can't be locked: {error.strerror}; give an --out on a local disk") from error
    return lock_file


def _connect(path: Path) -> sqlite3.Connection:
    with _explained(path):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            if _is_new(connection):
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                connection.executescript(
                    f"BEGIN;{_TABLES}INSERT INTO format VALUES ('{_OWNER}', {FORMAT});COMMIT;"  # constants only
                )
            else:
                _check_format(connection, path)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
    return connection


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Open without writing. A finished journal in a read-only folder has no WAL beside it and is read as it lies."""
    uri = path.resolve().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, isolation_level=None, check_same_thread=False, timeout=30)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if path.with_name(f"{JOURNAL_NAME}-wal").exists():
            raise
        return sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None, check_same_thread=False)
    return connection


def _is_new(connection: sqlite3.Connection) -> bool:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(tables == 0)


def _check_format(connection: sqlite3.Connection, path: Path) -> None:
    try:
        row = connection.execute("SELECT owner, version FROM format").fetchone()
    except sqlite3.OperationalError as error:
        if "no such" not in str(error):
            raise
        row = None
    if row is None or row[0] != _OWNER:
        raise JournalError(f"{path} is a database of another program; give another --out")
    if row[1] > FORMAT:
        raise JournalError(
            f"{path} has journal format {row[1]}, and this torchgrade knows {FORMAT}: upgrade torchgrade,"
            " or give another --out"
        )
    if row[1] < FORMAT:
        raise JournalError(
            f"{path} has the old journal format {row[1]}, and this torchgrade writes {FORMAT}: use the torchgrade that"
            " made it, or give another --out"
        )
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise JournalError(_damaged_message(path, verdict))


def _damaged_message(path: Path, reason: object) -> str:
    return f"{path} is damaged or not a journal ({reason}): restore it from a copy, or give another --out"


_REMEDIES = {
    sqlite3.SQLITE_FULL: "the disk is full; make room and run the same command again: it goes on where it stopped",
    sqlite3.SQLITE_READONLY: "it can't be written; make the folder writable, or give another --out",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened; make the folder writable, or give another --out",
    sqlite3.SQLITE_IOERR: "the disk failed or is full; check it and run the same command again",
    sqlite3.SQLITE_BUSY: "another program holds it open; close that and run the same command again",
    sqlite3.SQLITE_CONSTRAINT: "the result does not belong to this run (a student that the run was not begun with?)",
}


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ones that say what to do."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        primary = code & 0xFF if isinstance(code, int) else None  # the high bits only refine
        if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise JournalError(_damaged_message(path, error)) from error
        remedy = _REMEDIES.get(primary or 0, "run the same command again; nothing that was stored is lost")
        raise JournalError(f"the journal {path}: {error}: {remedy}") from error
