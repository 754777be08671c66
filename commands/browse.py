"""``torchgrade list``, ``show`` and ``start``: what there is to do, what it asks, and where to begin."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from rich.markdown import Markdown
from rich.table import Table

from torchgrade.commands.catalog import assignment, catalog
from torchgrade.commands.console import out, say
from torchgrade.commands.exits import Exit, UsageError
from torchgrade.commands.solved import solved_here
from torchgrade.graders.packs import Catalog, UnknownAssignment, UnknownProblem
from torchgrade.graders.problem import Problem
from torchgrade.graders.text import Language


def list_problems(packs: Sequence[Path], *, language: str, as_json: bool) -> Exit:
    """Print all problems with their points and a mark at those solved in this folder."""
    problems = catalog(packs).load_all()
    solved = solved_here(Path())
    if as_json:
        rows = [
            {
                "id": problem.id,
                "unit": problem.unit,
                "title": problem.title.as_dict(),
                "points": problem.points,
                "difficulty": problem.difficulty,
                "topics": list(problem.topics),
                "entry_points": list(problem.entry_points),
                "solved": solved.get(problem.id) == problem.digest,
            }
            for problem in problems.values()
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))  # noqa: T201
        return Exit.OK
    table = Table(box=None, pad_edge=False)
    for heading in ("problem", "title", "points", "level", "solved"):
        table.add_column(heading, justify="right" if heading == "points" else "left")
    unit = None
    for problem in problems.values():
        if problem.unit != unit:
            unit = problem.unit
            total = sum(one.points for one in problems.values() if one.unit == unit)
            table.add_row(f"[bold]{unit}[/bold]", "", f"[bold]{total}[/bold]", "", "")
        title = problem.title.get(_language(language))
        mark = "✓" if solved.get(problem.id) == problem.digest else ""
        table.add_row(f"  {problem.id}", title, str(problem.points), "●" * problem.difficulty, mark)
    out().print(table)
    return Exit.OK


def show(name: str, packs: Sequence[Path], *, language: str) -> Exit:
    """Print a problem's statement."""
    problem = catalog(packs).problem(name)
    out().print(Markdown(problem.statement.get(_language(language))))
    return Exit.OK


def start(name: str, folder: Path, packs: Sequence[Path], *, language: str) -> Exit:
    """Write starter files and say what to do next."""
    wanted = _problems(name, catalog(packs), packs)
    files = {folder / f"{problem.slug.replace('-', '_')}.py": problem for problem in wanted}
    there = [file for file in files if file.exists()]
    if there:
        raise UsageError(f"{there[0]} is there already and is not overwritten; name another folder, or move it away")
    folder.mkdir(parents=True, exist_ok=True)
    for file, problem in files.items():
        with file.open("x", encoding="utf-8") as opened:
            opened.write(problem.starter)
        say(f"wrote {file}  (the task: torchgrade show {problem.id}{' --lang ko' if language == 'ko' else ''})")
    say(f"then check your work: torchgrade check {next(iter(files))}")
    return Exit.OK


def _problems(name: str, problems: Catalog, packs: Sequence[Path]) -> list[Problem]:
    try:
        return [problems.problem(name)]
    except UnknownProblem as unknown:
        try:
            return [assigned.problem for assigned in assignment(name, packs).problems]
        except UnknownAssignment:
            raise unknown from None


def _language(language: str) -> Language:
    return "ko" if language == "ko" else "en"
