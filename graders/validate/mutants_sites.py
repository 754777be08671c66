"""Where a solution can be mutated: every expression and statement that means something when the code runs.

Left out is what no check could or should notice: docstrings, annotations, imports, ``__all__`` and its like, the
text of messages, and whatever stands under ``if __name__ == "__main__"`` or ``if TYPE_CHECKING``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LOOPS = (ast.For, ast.AsyncFor, ast.While)
COMPOUND = (*FUNCTIONS, *LOOPS, ast.ClassDef, ast.If, ast.With, ast.AsyncWith, ast.Try, ast.Match)
_ANNOTATIONS = frozenset({"annotation", "returns", "type_comment", "type_params", "format_spec"})
_DUNDER = re.compile(r"__\w+__")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the whole module says about its names, dotted ones included."""

    imported: frozenset[str]
    numbers: frozenset[str]
    """Names that are somewhere set to a number or a text: for these, ``n += 1`` is ``n = n + 1``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A node and its place: ``parents[-1]`` holds it in ``field``, at ``index`` where that is a list."""

    node: ast.expr | ast.stmt
    parents: tuple[ast.AST, ...]
    field: str
    index: int | None
    facts: Facts

    @property
    def parent(self) -> ast.AST:
        """Return the node that holds this one."""
        return self.parents[-1]

    def following(self) -> ast.stmt | None:
        """Return the next statement of the same block."""
        if self.index is None:
            return None
        block = getattr(self.parent, self.field)
        return block[self.index + 1] if self.index + 1 < len(block) else None

    def function(self) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        """Return the innermost ``def`` around this place."""
        return next((node for node in reversed(self.parents) if isinstance(node, FUNCTIONS)), None)

    def loop(self) -> ast.For | ast.AsyncFor | ast.While | None:
        """Return the loop that a ``break`` here would leave."""
        return next((node for node in reversed(self.parents) if isinstance(node, LOOPS)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What to put in place of a site: an expression, or statements in place of the next ``width`` ones.

    ``before`` and ``after`` are given only where the two texts would not show the change by themselves.
    """

    new: ast.expr | list[ast.stmt]
    width: int = 1
    before: str | None = None
    after: str | None = None


def words(text: str) -> frozenset[str]:
    """Return the words of a text: a table of names that is easy to read and to add to."""
    return frozenset(text.split())


def dotted(node: ast.AST) -> str | None:
    """Return ``a.b.c`` for a name or a chain of attributes of a name, otherwise None."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            head = dotted(value)
            return None if head is None else f"{head}.{attr}"
        case _:
            return None


def facts_of(tree: ast.Module) -> Facts:
    """Return what the operators need to know about names."""
    imported: set[str] = set()
    numbers: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=aliases):
                imported.update(alias.asname or alias.name.split(".")[0] for alias in aliases)
            case ast.ImportFrom(names=aliases):
                imported.update(alias.asname or alias.name for alias in aliases)
            case ast.Assign(targets=targets, value=value) if _is_plain(value):
                numbers.update(filter(None, map(dotted, targets)))
            case ast.AnnAssign(target=target, value=ast.expr() as value) if _is_plain(value):
                numbers.update(filter(None, [dotted(target)]))
            case ast.For(target=target, iter=ast.Call(func=ast.Name(id="range"))):
                numbers.update(filter(None, [dotted(target)]))
            case _:
                pass
    return Facts(imported=frozenset(imported), numbers=frozenset(numbers))


def sites(tree: ast.Module) -> Iterator[Site]:
    """Yield every place that operators look at, in the order of the source."""
    yield from _inside(tree, (), facts_of(tree))


def _is_plain(value: ast.expr) -> bool:
    match value:
        case ast.Constant():
            return True
        case ast.UnaryOp(operand=operand):
            return _is_plain(operand)
        case ast.Call(func=ast.Name(id="len" | "int" | "float" | "str")) | ast.Call(func=ast.Attribute(attr="item")):
            return True
        case _:
            return False


def _inside(node: ast.AST, parents: tuple[ast.AST, ...], facts: Facts) -> Iterator[Site]:
    around = (*parents, node)
    for field, value in ast.iter_fields(node):
        if field in _ANNOTATIONS:
            continue
        children = value if isinstance(value, list) else [value]
        for index, child in enumerate(children):
            if not isinstance(child, ast.AST) or _is_left_alone(child, node, field):
                continue
            if isinstance(child, (ast.expr, ast.stmt)):
                place = index if isinstance(value, list) else None
                yield Site(node=child, parents=around, field=field, index=place, facts=facts)
            yield from _inside(child, around, facts)


def _is_left_alone(child: ast.AST, parent: ast.AST, field: str) -> bool:
    match child, parent:
        case (ast.Import() | ast.ImportFrom() | ast.Global() | ast.Nonlocal() | ast.Pass(), _):
            return True
        case ast.Expr(value=ast.Constant()), _:
            return True  # a docstring, or an ellipsis
        case ast.Expr(value=ast.Call(func=ast.Name(id="print"))), _:
            return True
        case ast.Assign(targets=[ast.Name(id=name)]), _ if _DUNDER.fullmatch(name):
            return True
        case ast.If(test=test), _ if _is_about_running(test):
            return True
        case ast.expr(), ast.Raise():
            return True  # a message; the exception itself is swapped at the statement
        case ast.expr(), ast.Assert():
            return field == "msg"
        case ast.Constant(), ast.JoinedStr():
            return True  # the f-string is changed as a whole
        case _:
            return False


def _is_about_running(test: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id in {"__name__", "TYPE_CHECKING"} for node in ast.walk(test))
