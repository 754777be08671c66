"""The secret half of a problem: its solution, right alternatives, and known mistakes with the tutor's words."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from torchgrade.graders.packs.files import REFERENCE_FOLDERS, read_text, refuse_unexpected, visible
from torchgrade.graders.packs.mistakes import MistakeLog, PackError, PackMistake, did_you_mean
from torchgrade.graders.packs.python_source import SourceError, parse, top_level_names
from torchgrade.graders.problem import Mistake, Problem, ReferenceSet
from torchgrade.graders.text import Text

EQUIVALENTS = "equivalent_mutants.yaml"
_NAME = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_LANGUAGE = re.compile(r"^(en|ko):[ \t]*", re.MULTILINE)


def load_reference(problem: Problem) -> ReferenceSet:
    """Return the reference of a problem; raise ``PackError`` with everything wrong with its files.

    A mistake's module docstring must hold the tutor's words: a paragraph that starts with ``en:`` and one that
    starts with ``ko:``.
    """
    shown = f"reference/{problem.id}"
    folder = problem.reference_folder
    if folder is None:
        raise PackError(
            [PackMistake(path=f"{shown}/solution.py", line=1, message="the pack came without its folder reference/")]
        )
    log = MistakeLog()
    if folder.is_dir():
        refuse_unexpected(folder, shown, ("solution.py", EQUIVALENTS, *REFERENCE_FOLDERS), log)
    solution = _read_right(folder / "solution.py", f"{shown}/solution.py", problem, log)
    alternatives = {
        file.stem: source
        for file in _python_files(folder / "alternatives", f"{shown}/alternatives", log)
        if (source := _read_right(file, f"{shown}/alternatives/{file.name}", problem, log)) is not None
    }
    mistakes = [
        _read_mistake(file, f"{shown}/mistakes/{file.name}", log)
        for file in _python_files(folder / "mistakes", f"{shown}/mistakes", log)
    ]
    equivalents = folder / EQUIVALENTS
    marked = read_text(equivalents, f"{shown}/{EQUIVALENTS}", log) if equivalents.is_file() else None
    log.raise_if_any()
    return ReferenceSet(
        solution=solution or "",
        alternatives=alternatives,
        mistakes=tuple(mistake for mistake in mistakes if mistake is not None),
        equivalent_mutants=marked or "",
    )


def _python_files(folder: Path, shown: str, log: MistakeLog) -> list[Path]:
    files = []
    for entry in visible(folder) if folder.is_dir() else []:
        if entry.is_dir() or entry.suffix != ".py" or not _NAME.fullmatch(entry.stem):
            log.add(f"{shown}/{entry.name}", 1, "unexpected; name a Python file here like row_instead_of_column.py")
        else:
            files.append(entry)
    return files


def _read_python(file: Path, path: str, log: MistakeLog) -> tuple[str, ast.Module] | None:
    source = read_text(file, path, log)
    if source is None:
        return None
    module = parse(source)
    if isinstance(module, SourceError):
        log.add(path, module.line, f"this is not Python: {module.reason}")
        return None
    return source, module


def _read_right(file: Path, path: str, problem: Problem, log: MistakeLog) -> str | None:
    """Read a right solution, which must define every entry point."""
    read = _read_python(file, path, log)
    if read is None:
        return None
    source, module = read
    names = top_level_names(module)
    for entry_point in problem.entry_points:
        if entry_point not in names:
            log.add(path, 1, f"the entry point {entry_point} is not defined{did_you_mean(entry_point, names)}")
    return source


def _read_mistake(file: Path, path: str, log: MistakeLog) -> Mistake | None:
    read = _read_python(file, path, log)
    if read is None:
        return None
    source, module = read
    words = tutor_words(ast.get_docstring(module) or "")
    for language in ("en", "ko"):
        if not words.get(language):
            log.add(
                path,
                1,
                f"the module docstring has no paragraph that starts with '{language}:' and explains the mistake",
            )
    if not words.get("en") or not words.get("ko"):
        return None
    return Mistake(name=file.stem, source=source, message=Text(words["en"], words["ko"]))


def tutor_words(docstring: str) -> dict[str, str]:
    """Return the words after ``en:`` and ``ko:``, each up to the next blank line or language, on one line."""
    starts = list(_LANGUAGE.finditer(docstring))
    ends = [start.start() for start in starts[1:]] + [len(docstring)]
    words: dict[str, str] = {}
    for start, end in zip(starts, ends, strict=False):
        paragraph = re.split(r"\n[ \t]*\n", docstring[start.end() : end], maxsplit=1)[0]
        words.setdefault(start.group(1), " ".join(paragraph.split()))
    return words
