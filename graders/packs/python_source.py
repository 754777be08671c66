"""Reading Python without running it: parse, and list what a file defines at top level."""

from __future__ import annotations

import ast
import threading
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
# catch_warnings swaps process-wide state, so two threads must not be inside it at once.
_WARNINGS_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceError:
    """Why a source text is not Python that can be read, and the 1-based line."""

    line: int
    reason: str


def parse(source: str) -> ast.Module | SourceError:
    """Parse without executing. Never raises and never warns, whatever the text is."""
    try:
        with _WARNINGS_LOCK, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except SyntaxError as error:
        return SourceError(line=max(error.lineno or 1, 1), reason=error.msg or "invalid syntax")
    except (RecursionError, MemoryError):
        return SourceError(line=1, reason="the code is nested too deep to be read")
    except ValueError:
        return SourceError(line=1, reason="the text holds a character that Python cannot read")


def top_level_names(module: ast.Module) -> dict[str, int]:
    """Return what running the module binds at its top level, with the first line of each.

    ``def``, ``class``, assignments of every form and imports count, also inside ``if``, ``try``, ``with`` and loops;
    names inside functions, classes, lambdas and comprehensions do not. ``import *`` binds nothing that can be read.
    """
    names: dict[str, int] = {}
    for node in _outside_functions(module):
        for name in _bound_by(node):
            names.setdefault(name, getattr(node, "lineno", 1))
    return names


def _bound_by(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield node.name
        case ast.Name(id=name, ctx=ast.Store()):
            yield name
        case ast.Import(names=aliases):
            for alias in aliases:
                yield alias.asname or alias.name.split(".")[0]
        case ast.ImportFrom(names=aliases):
            yield from (alias.asname or alias.name for alias in aliases if alias.name != "*")
        case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            yield name


def _outside_functions(module: ast.Module) -> Iterator[ast.AST]:
    # A stack, not recursion: a submission may nest deeper than our own stack is.
    stack: list[ast.AST] = list(reversed(module.body))
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, ast.AnnAssign) and node.value is None:
            continue  # `name: type` alone binds nothing
        if not isinstance(node, (*_SCOPES, *_COMPREHENSIONS)):
            stack.extend(reversed(list(ast.iter_child_nodes(node))))
