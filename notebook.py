"""``from torchgrade import check`` in a notebook: check the functions that its cells define."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from torchgrade.graders.text import Language


def check(problem: str, *, lang: Language = "en", pack: str | Path | Sequence[str | Path] = ()) -> CheckOutcome:
    """Run the public checks of a problem on the entry points defined in the caller's notebook or script.

    Only definitions are taken along: imports, functions, classes, and those assignments that they use. Training loops
    and plots of other cells do not run again. Returns a result that shows itself in a notebook; raises LookupError for
    an unknown problem and NameError where an entry point is not defined.
    """
    from torchgrade.commands.catalog import catalog
    from torchgrade.graders.local_check import check_problem, rest_of_points
    from torchgrade.graders.plan import PUBLIC_SEED
    from torchgrade.graders.submission import SourceFile, Submission
    from torchgrade.sandbox.process import ProcessRunner

    packs = [Path(pack)] if isinstance(pack, str | Path) else [Path(one) for one in pack]
    wanted = catalog(packs).problem(problem)
    caller = inspect.currentframe()
    assert caller is not None
    source = needed_source(_sources(caller.f_back), wanted.entry_points)
    file = SourceFile(name=f"{wanted.slug.replace('-', '_')}.py", source=source)
    submission = Submission(student="notebook", path=Path(file.name), sha256="", files=(file,))
    runner = ProcessRunner()
    runner.start_early()
    try:
        result = check_problem(wanted, submission, runner, seed=PUBLIC_SEED)
    finally:
        runner.close()
    outcome = CheckOutcome(result, wanted.title.get(lang), rest_of_points(wanted), lang)
    if "IPython" not in sys.modules:
        outcome.show()
    return outcome


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What a check came to. ``passed`` tells; a notebook shows the whole."""

    result: Any
    title: str
    when_solved: Any
    language: Language

    @property
    def passed(self) -> bool:
        """Return whether all public checks passed."""
        from torchgrade.commands.check import is_right

        return is_right(self.result)

    def show(self) -> None:
        """Print the result."""
        from torchgrade.commands.console import out

        out().print(self._renderable())

    def _renderable(self) -> Any:
        from torchgrade.graders.text import Text
        from torchgrade.reports.terminal import problem_result

        return problem_result(
            self.result,
            title=Text(self.title, self.title),
            when_solved=self.when_solved,
            language=self.language,
        )

    def __rich__(self) -> Any:
        """Return what rich shows."""
        return self._renderable()

    def _repr_mimebundle_(self, *_args: object, **_kwargs: object) -> dict[str, str]:
        """Return the result for Jupyter, as HTML and as text."""
        import io

        from rich.console import Console

        console = Console(file=io.StringIO(), record=True, width=100)
        console.print(self._renderable())
        text = console.export_text(clear=False)
        return {"text/html": console.export_html(inline_styles=True, code_format=_HTML), "text/plain": text}


_HTML = '<pre style="font-family:monospace;line-height:1.4">{code}</pre>'


def _sources(caller: FrameType | None) -> list[str]:
    """Return the texts that may define things: a notebook's executed cells in order, or the caller's own file."""
    if caller is None:
        return []
    cells = caller.f_globals.get("In")
    if isinstance(cells, list) and "get_ipython" in caller.f_globals:
        return [cell for cell in cells if isinstance(cell, str)]
    name = caller.f_globals.get("__file__")
    return [Path(name).read_text("utf-8")] if isinstance(name, str) else []


def needed_source(sources: Iterable[str], entry_points: Sequence[str]) -> str:
    """Return the latest definitions of the entry points and of all names that they use, in order, as one text.

    Raises NameError for an entry point that nothing defines.
    """
    statements: list[ast.stmt] = []
    for source in sources:
        try:
            statements += ast.parse(source).body
        except (SyntaxError, ValueError):
            continue  # a cell with magics that IPython rewrote, or one that failed: it defined nothing
    binders: dict[str, int] = {}
    for position, statement in enumerate(statements):
        for name in _bound(statement):
            binders[name] = position
    missing = [name for name in entry_points if name not in binders]
    if missing:
        raise NameError(f"{', '.join(missing)} is not defined here; run the cell that defines it first")
    wanted = {binders[name] for name in entry_points}
    stars = {position for position, one in enumerate(statements) if _is_star_import(one)}
    waiting = list(wanted)
    while waiting:
        for name in _used(statements[waiting.pop()]):
            if name in binders and binders[name] not in wanted:
                wanted.add(binders[name])
                waiting.append(binders[name])
    return "\n\n".join(ast.unparse(statements[position]) for position in sorted(wanted | stars)) + "\n"


def _bound(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return [(alias.asname or alias.name).split(".")[0] for alias in names]
        case ast.Assign() | ast.AnnAssign():
            stored = (node for node in ast.walk(statement) if isinstance(node, ast.Name))
            return [node.id for node in stored if isinstance(node.ctx, ast.Store)]
        case _:
            return []


def _is_star_import(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and any(alias.name == "*" for alias in statement.names)


def _used(statement: ast.stmt) -> set[str]:
    return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
