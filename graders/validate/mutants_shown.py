"""How a mutant is shown: the smallest piece of code that says by itself what was changed.

A bare ``1`` says nothing, so what is changed in a small piece is shown with its surroundings: ``dim=1``,
``.squeeze(2)``, ``m=0.1``, ``n - 1``. The receiver of a call is left out, as an edit there is no edit of the call.
"""

from __future__ import annotations

import ast

from torchgrade.graders.validate.mutants_sites import COMPOUND, Change, Site, dotted


def shown_node(site: Site, change: Change) -> ast.AST:
    """Return the node whose text is shown before and after: the site itself, or what is around a small site."""
    node: ast.AST = site.node
    new = change.new
    if isinstance(new, list) or change.after is not None:
        return node
    small = _is_small(site.node) or (_is_small(new) and not isinstance(site.node, (ast.Call, ast.BinOp, ast.BoolOp)))
    if isinstance(site.parent, (ast.keyword, ast.Slice, ast.arguments)):
        return _subscript(site) if isinstance(site.parent, ast.Slice) else site.parent
    if isinstance(site.node, ast.Slice) or (isinstance(site.parent, ast.Subscript) and site.field == "slice"):
        return _subscript(site)
    if not small:
        return node
    return _subscript(site) if isinstance(site.parent, ast.Tuple) else site.parent


def text_of(node: ast.AST, site: Site, *, without_receiver: bool = False) -> str:
    """Return the text of a node, on one line unless it holds statements."""
    match node:
        case ast.arguments():
            return _default(node, site)
        case ast.stmt() if isinstance(node, COMPOUND):
            return ast.unparse(node)
        case ast.ExceptHandler() | ast.match_case():
            return ast.unparse(node).strip()
        case ast.Call(func=ast.Attribute(attr=attr)) if without_receiver:
            short = ast.Call(func=ast.Name(id=attr, ctx=ast.Load()), args=node.args, keywords=node.keywords)
            return f".{_line(short)}"
        case _:
            return _line(node)


def is_shown_without_receiver(shown: ast.AST, site: Site, change: Change) -> bool:
    """Return whether a call's receiver is left out: it is long, and the same before and after."""
    match shown:
        case ast.Call(func=ast.Attribute(value=value)) if dotted(value) is None:
            if shown is not site.node:
                return site.field != "func"
            if change.after is not None:
                return True
            match change.new:
                case ast.Call(func=ast.Attribute(value=new_value)):
                    return new_value is value
                case _:
                    return False
        case _:
            return False


def shortened(before: str, after: str) -> tuple[str, str]:
    """Return the lines in which two texts differ, white space aside."""
    old = [line.strip() for line in before.splitlines()]
    new = [line.strip() for line in after.splitlines()]
    while len(old) > 1 and len(new) > 1 and old[-1] == new[-1]:
        old.pop()
        new.pop()
    while len(old) > 1 and len(new) > 1 and old[0] == new[0]:
        old.pop(0)
        new.pop(0)
    return "; ".join(old), "; ".join(new)


def _is_small(node: ast.AST) -> bool:
    return isinstance(node, (ast.Constant, ast.Name)) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.operand, (ast.Constant, ast.Name))
    )


def _subscript(site: Site) -> ast.AST:
    for node in reversed(site.parents):
        if not isinstance(node, (ast.Tuple, ast.Slice)):
            return node
    return site.parent


def _default(arguments: ast.arguments, site: Site) -> str:
    if site.field == "defaults":
        names = [*arguments.posonlyargs, *arguments.args]
        name = names[len(names) - len(arguments.defaults) + (site.index or 0)].arg
        return f"{name}={_line(arguments.defaults[site.index or 0])}"
    value = arguments.kw_defaults[site.index or 0]
    return f"{arguments.kwonlyargs[site.index or 0].arg}={_line(value) if value is not None else ''}"


def _line(node: ast.AST) -> str:
    return "; ".join(line.strip() for line in ast.unparse(node).splitlines())
