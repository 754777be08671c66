"""The files of one problem: which ones there must be, what they hold, and their digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from torchgrade.graders.packs.mistakes import MistakeLog, did_you_mean

PROBLEM_FILES = ("problem.yaml", "statement.md", "statement.ko.md", "starter.py", "checks.py")
REFERENCE_FOLDERS = ("alternatives", "mistakes")
MAX_TEXT_BYTES = 1024 * 1024


def visible(folder: Path) -> list[Path]:
    """Return the entries of a folder by name, without caches and hidden files."""
    entries = (entry for entry in folder.iterdir() if not entry.name.startswith(".") and entry.name != "__pycache__")
    return sorted(entries, key=lambda entry: entry.name)


def holds_something(folder: Path) -> bool:
    """Return whether a folder is there with any file in it; what a deleted problem leaves behind is only caches."""
    return folder.is_dir() and any(entry.is_file() or holds_something(entry) for entry in visible(folder))


def read_text(file: Path, path: str, log: MistakeLog) -> str | None:
    """Return the text of one file with plain line ends, or note why there is none under ``path``."""
    if not file.is_file():
        log.add(path, 1, "the file is missing")
        return None
    data = file.read_bytes()
    if len(data) > MAX_TEXT_BYTES:
        log.add(path, 1, f"the file is larger than {MAX_TEXT_BYTES // 1024} KiB")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        log.add(path, data.count(b"\n", 0, error.start) + 1, "the file is not UTF-8; save it as UTF-8")
        return None
    if not text.strip():
        log.add(path, 1, "the file is empty")
        return None
    return text.replace("\r\n", "\n")


def refuse_unexpected(folder: Path, shown: str, expected: Sequence[str], log: MistakeLog) -> None:
    """Note every entry of a folder that a problem has no use for: it is a typing error more often than not."""
    for entry in visible(folder):
        if entry.name not in expected:
            kind = "folder" if entry.is_dir() else "file"
            hint = did_you_mean(entry.name, expected)
            log.add(f"{shown}/{entry.name}", 1, f"unexpected {kind}; only {', '.join(expected)} belong here{hint}")


def digest_of(problem_folder: Path, reference_folder: Path | None) -> str:
    """Return the SHA-256, in hex, of every file name and content of a problem and its reference."""
    digest = hashlib.sha256()
    roots = [("problem", problem_folder), *([("reference", reference_folder)] if reference_folder else [])]
    for label, root in roots:
        for file in sorted(_files_under(root), key=lambda file: file.relative_to(root).as_posix()):
            data = file.read_bytes()
            # The length keeps the end of a name and the start of a content from being moved.
            digest.update(f"{label}/{file.relative_to(root).as_posix()}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()


def _files_under(folder: Path) -> Iterator[Path]:
    entries: Iterable[Path] = visible(folder) if folder.is_dir() else ()
    for entry in entries:
        if entry.is_dir():
            yield from _files_under(entry)
        else:
            yield entry
