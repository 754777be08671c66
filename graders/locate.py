"""Which file of a submission holds each entry point of a problem, found by reading the files and never by running them.

The file named after the problem's slug comes first (``-`` and ``_`` alike, in small or capital letters), otherwise the
one file that binds the entry point at top level. Whether the name is really a function is left to run time.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import PurePosixPath

from torchgrade.graders.packs.python_source import SourceError, parse, top_level_names
from torchgrade.graders.problem import Problem
from torchgrade.graders.submission import Fault, FaultKind, Submission
from torchgrade.graders.text import Text

_SHOWN_FILES = 5
_MOST_NAMES = 2000  # that a missing entry point is compared with; a comparison may take 50 µs
_MOST_READ = 64  # texts; all problems of an assignment ask for the same files in turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """The file that holds each entry point: entry point to ``SourceFile.name``. They need not be one file."""

    files: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scanned:
    """A readable file: the names it binds at top level, and those of them that it imports from a sibling file."""

    name: str
    names: Mapping[str, int]
    from_siblings: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What a file's text alone says: its top-level names, those that are not only imported, and what is from where."""

    names: Mapping[str, int]
    bound_otherwise: frozenset[str]
    imports: tuple[ast.ImportFrom, ...]


def locate(problem: Problem, submission: Submission) -> Located | tuple[Fault, ...]:
    """Return where every entry point is, or why that cannot be said, to the student.

    A file that only imports an entry point from another file of the same submission does not count as a second
    definition of it: both mean the same object.
    """
    rejected = tuple(fault for fault in submission.faults if fault.file is None)
    if rejected:
        return rejected
    faults = {fault.file: fault for fault in submission.faults if fault.file is not None}
    stems = {_stem(file.name) for file in submission.files} | {_stem(name) for name in faults}
    scanned: list[_Scanned] = []
    for file in submission.files:
        read = _read(file.source)
        if isinstance(read, SourceError):
            faults.setdefault(file.name, _unreadable(file.name, read))
        elif file.name not in faults or file.cells is not None:  # a notebook's good cells still count
            scanned.append(_Scanned(name=file.name, names=read.names, from_siblings=_from_siblings(read, stems)))
    readable = {file.name for file in scanned}
    slug_faults = tuple(
        fault for name, fault in faults.items() if name not in readable and _is_named_after(name, problem.slug)
    )
    if slug_faults:
        return slug_faults
    if not scanned and not faults:
        return (_error(_NOTHING),)

    found: dict[str, str] = {}
    problems: list[Fault] = []
    for entry_point in problem.entry_points:
        holders = _holders(entry_point, scanned, problem.slug)
        if len(holders) == 1:
            found[entry_point] = holders[0]
        elif holders:
            problems.append(_error(_ambiguous(entry_point, holders)))
        elif faults:
            # The function may well be in the file that cannot be read: its mistake is the one to mend first.
            return tuple(faults.values())
        else:
            problems.append(_error(_missing(entry_point, scanned)))
    return tuple(problems) if problems else Located(files=found)


def _holders(entry_point: str, scanned: Sequence[_Scanned], slug: str) -> list[str]:
    holding = [file for file in scanned if entry_point in file.names]
    preferred = [file for file in holding if _is_named_after(file.name, slug)] or holding
    # `from solution import f` in a file of tests is no second f, but it is one where solution.py does not define it.
    defining = [file for file in preferred if entry_point not in file.from_siblings]
    return [file.name for file in defining or preferred]


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


def _is_named_after(name: str, slug: str) -> bool:
    return _stem(name).lower().replace("_", "-") == slug


@lru_cache(maxsize=_MOST_READ)
def _read(source: str) -> _Read | SourceError:
    module = parse(source)
    if isinstance(module, SourceError):
        return module
    without_imports = [node for node in module.body if not isinstance(node, ast.ImportFrom)]
    return _Read(
        names=top_level_names(module),
        bound_otherwise=frozenset(top_level_names(ast.Module(body=without_imports, type_ignores=[]))),
        imports=tuple(node for node in module.body if isinstance(node, ast.ImportFrom)),
    )


def _from_siblings(read: _Read, stems: set[str]) -> frozenset[str]:
    """Return the names that a module only imports from files of the same submission."""
    imported: set[str] = set()
    for node in read.imports:
        if node.level > 0 or (node.module or "").split(".")[-1] in stems:
            imported.update(alias.asname or alias.name for alias in node.names)
    return frozenset(imported - read.bound_otherwise)


def _error(message: Text, file: str | None = None) -> Fault:
    return Fault(kind=FaultKind.ERROR, file=file, message=message)


def _unreadable(name: str, error: SourceError) -> Fault:
    return _error(
        Text(
            f"{name}, line {error.line}: this is not Python ({error.reason}). Run the file once before you hand it in.",
            f"{name} {error.line}번째 줄: 파이썬 코드로 읽을 수 없습니다 ({error.reason}). "
            "제출하기 전에 파일을 한 번 실행해 보세요.",
        ),
        name,
    )


_NOTHING = Text(
    "This submission holds no Python file and no notebook. Hand in a .py or .ipynb file.",
    "제출물에 파이썬 파일이나 노트북이 없습니다. .py 또는 .ipynb 파일을 제출하세요.",
)


def _ambiguous(entry_point: str, files: Sequence[str]) -> Text:
    return Text(
        f"`{entry_point}` is defined in {' and in '.join(files)}. Keep one, or rename it in the other files.",
        f"`{entry_point}` 정의가 여러 파일에 있습니다: {', '.join(files)}. 하나만 남기거나 나머지의 이름을 바꾸세요.",
    )


def _missing(entry_point: str, scanned: Sequence[_Scanned]) -> Text:
    files = [file.name for file in scanned]
    shown = ", ".join(files[:_SHOWN_FILES])
    more = len(files) - _SHOWN_FILES
    shown_en = f"{shown} and {more} more" if more > 0 else shown
    shown_ko = f"{shown} 외 {more}개" if more > 0 else shown
    near = _nearest(entry_point, {name: file.name for file in reversed(scanned) for name in file.names})
    en = f"`{entry_point}` is not defined at the top level of {shown_en}."
    ko = f"`{entry_point}` 정의를 찾지 못했습니다. 찾아본 파일: {shown_ko}."
    if near is not None:
        name, file = near
        en += f" Did you mean `{name}` in {file}? The name must be exactly `{entry_point}`."
        ko += f" {file}에 있는 `{name}`인가요? 이름은 정확히 `{entry_point}`이어야 합니다."
    else:
        en += f" Define it outside of any function or class, with exactly this name: `{entry_point}`."
        ko += f" 함수나 클래스 밖에서 정확히 이 이름으로 정의하세요: `{entry_point}`."
    return Text(en, ko)


def _nearest(entry_point: str, files_by_name: Mapping[str, str]) -> tuple[str, str] | None:
    by_lower = {name.lower(): name for name in files_by_name}
    near = difflib.get_close_matches(entry_point.lower(), islice(by_lower, _MOST_NAMES), n=1, cutoff=0.6)
    return (by_lower[near[0]], files_by_name[by_lower[near[0]]]) if near else None
