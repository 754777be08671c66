"""Reading what students put on a disk, without following or opening anything but regular files and folders.

Every name is opened relative to the folder already held open and checked after it is opened, so that a link swapped in
between is not followed either.
"""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from torchgrade.graders.intake.errors import IntakeError, mistake, violation
from torchgrade.graders.intake.names import MAX_DEPTH, is_junk, show
from torchgrade.graders.intake.upload import Budget, RawFile, Upload, byte_limit, is_wanted
from torchgrade.graders.submission import Fault

MAX_ENTRIES = 10_000
_CHUNK_BYTES = 1024 * 1024
# A FIFO would block an ordinary open forever; a link would lead out of the folder.
_FILE_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_FOLDER_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY | os.O_CLOEXEC


@dataclass(frozen=True, slots=True, kw_only=True)
class FileBytes:
    """What one regular file holds, and when it was last changed in seconds since the epoch."""

    data: bytes
    modified: float


@dataclass(slots=True)
class _Walk:
    """What a walk has found so far."""

    budget: Budget = field(default_factory=Budget)
    files: list[RawFile] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    submitted: float | None = None
    entries: int = 0


def list_names(folder: Path, *, depth: int) -> list[str]:
    """Return the names under a folder to a depth, hidden ones left out; a folder not looked into ends in a slash.

    A link or special file counts as a folder, so that it becomes somebody's entry and is refused there.
    """
    with _readable(folder):
        return list(_list(folder, prefix="", depth=depth))


def special_fault(name: str) -> Fault:
    """Return the violation of a link, pipe, socket or device."""
    shown = show(name)
    return violation(
        f"'{shown}' is a link or a special file. Hand in regular files and folders only.",
        f"'{shown}'은(는) 링크이거나 특수 파일입니다. 일반 파일과 폴더만 제출하세요.",
    )


def read_file(path: Path, *, limit: int) -> FileBytes | None:
    """Return at most ``limit`` bytes of a file, or None if it is a link or not a regular file."""
    with _readable(path):
        return _read_at(str(path), limit=limit, folder=None)


def read_folder(path: Path) -> Upload:
    """Return a folder's Python files and notebooks; links and special files become violations and are not opened."""
    walk = _Walk()
    with _readable(path):
        handle = os.open(path, _FOLDER_FLAGS)
        try:
            _walk_folder(walk, handle, prefix="", depth=1)
        finally:
            os.close(handle)
    return Upload(
        files=tuple(walk.files),
        others=tuple(walk.others),
        faults=(*walk.faults, *walk.budget.faults),
        submitted=walk.submitted,
    )


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise IntakeError(
            f"{show(str(path), limit=1000)}: can't be read ({error.strerror}); check its permissions and try again"
        ) from error


def _list(folder: Path, *, prefix: str, depth: int) -> Iterator[str]:
    with os.scandir(folder) as scan:
        entries = sorted((entry for entry in scan if not is_junk(entry.name)), key=lambda entry: entry.name)
    if prefix and not entries:
        yield prefix
    for entry in entries:
        name = prefix + entry.name
        if entry.is_file(follow_symlinks=False):
            yield name
        elif depth > 1 and entry.is_dir(follow_symlinks=False):
            yield from _list(folder / entry.name, prefix=f"{name}/", depth=depth - 1)
        else:
            yield f"{name}/"


def _walk_folder(walk: _Walk, handle: int, *, prefix: str, depth: int) -> None:
    with os.scandir(handle) as scan:
        # One past the limit is enough to see that there are too many.
        entries = [entry for entry, _ in zip(scan, range(MAX_ENTRIES + 1 - walk.entries), strict=False)]
    for entry in sorted(entries, key=lambda entry: entry.name):
        walk.entries += 1
        if walk.entries > MAX_ENTRIES or depth > MAX_DEPTH:
            if _TOO_BIG not in walk.faults:
                walk.faults.append(_TOO_BIG)
            return
        # A name that is not UTF-8 keeps its odd bytes here and is reported as odd later.
        name = prefix + unicodedata.normalize("NFC", entry.name)
        if is_junk(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            _enter_folder(walk, handle, entry.name, prefix=f"{name}/", depth=depth)
        elif not entry.is_file(follow_symlinks=False):
            walk.faults.append(special_fault(name))
        elif is_wanted(name):
            _take_file(walk, handle, entry.name, name=name)
        else:
            walk.others.append(name)


def _enter_folder(walk: _Walk, handle: int, entry_name: str, *, prefix: str, depth: int) -> None:
    try:
        inner = os.open(entry_name, _FOLDER_FLAGS, dir_fd=handle)
    except NotADirectoryError:
        # It was a folder a moment ago; O_NOFOLLOW says so of a link.
        walk.faults.append(special_fault(prefix))
        return
    try:
        _walk_folder(walk, inner, prefix=prefix, depth=depth + 1)
    finally:
        os.close(inner)


def _take_file(walk: _Walk, handle: int, entry_name: str, *, name: str) -> None:
    if not walk.budget.add_file():
        return
    found = _read_at(entry_name, limit=byte_limit(name) + 1, folder=handle)
    if found is None:
        walk.faults.append(special_fault(name))
        return
    walk.budget.add_bytes(len(found.data))
    walk.files.append(RawFile(name=name, data=found.data))
    walk.submitted = found.modified if walk.submitted is None else max(walk.submitted, found.modified)


def _read_at(name: str, *, limit: int, folder: int | None) -> FileBytes | None:
    before = os.stat(name, dir_fd=folder, follow_symlinks=False)
    if not stat.S_ISREG(before.st_mode):
        # Opening a device can already do something, so it isn't even opened.
        return None
    try:
        handle = os.open(name, _FILE_FLAGS, dir_fd=folder)
    except OSError as error:
        # It became a link or a socket since.
        if error.errno in {errno.ELOOP, errno.ENXIO}:
            return None
        raise
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return None
        pieces: list[bytes] = []
        left = limit
        while left > 0 and (piece := os.read(handle, min(left, _CHUNK_BYTES))):
            pieces.append(piece)
            left -= len(piece)
        return FileBytes(data=b"".join(pieces), modified=status.st_mtime)
    finally:
        os.close(handle)


_TOO_BIG = mistake(
    f"The folder has more than {MAX_ENTRIES} entries or is more than {MAX_DEPTH} folders deep. "
    "Hand in only the files of this assignment.",
    f"폴더의 항목이 {MAX_ENTRIES}개보다 많거나 {MAX_DEPTH}단계보다 깊습니다. 이 과제의 파일만 제출하세요.",
)
