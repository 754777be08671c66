"""Mutation operators for values: constants, comparisons, arithmetic, slices, tuples and names."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping
from typing import TypeVar

from torchgrade.graders.validate.mutants_sites import Change, Site

_Node = TypeVar("_Node", bound=ast.AST)
_TEXT_SWAPS = {"min": "max", "max": "min", "inf": "-inf", "-inf": "inf", "mean": "sum", "sum": "mean"}
_COMPARISONS: Mapping[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_ARITHMETIC: Mapping[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitXor: (ast.BitAnd,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
}
_DTYPES = {
    "float32": "float64",
    "float64": "float32",
    "float": "float64",
    "double": "float32",
    "float16": "float32",
    "half": "float32",
    "bfloat16": "float32",
    "int64": "int32",
    "long": "int32",
    "int32": "int64",
    "int": "int64",
    "int16": "int32",
    "int8": "uint8",
    "uint8": "int64",
    "bool": "uint8",
}


def altered(node: _Node, **fields: object) -> _Node:
    """Return a copy of the node with some fields replaced; the children are shared, never changed."""
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def number(value: int | float) -> ast.expr:
    """Return the literal. A negative one is a minus and a number, as the parser gives it."""
    if value < 0:
        return ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=-value))
    return ast.Constant(value=value)


def literal(node: ast.AST) -> int | float | None:
    """Return the number that a literal stands for, or None. True and False are no numbers here."""
    match node:
        case ast.Constant(value=bool()):
            return None
        case ast.Constant(value=int() | float() as value):
            return value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return None if isinstance(value, bool) else -value
        case _:
            return None


def shifted(node: ast.expr, by: int) -> ast.expr:
    """Return ``node + by``, computed where it is a literal."""
    value = literal(node)
    if value is not None:
        return number(value + by)
    return ast.BinOp(left=node, op=ast.Add() if by > 0 else ast.Sub(), right=ast.Constant(value=abs(by)))


def int_constant(site: Site) -> Iterator[Change]:
    """1 becomes 2 and 0, dim=-1 becomes dim=0 and dim=-2."""
    value = literal(site.node)
    if isinstance(value, int) and not isinstance(site.parent, ast.UnaryOp):
        yield Change(new=number(value - 1))
        yield Change(new=number(value + 1))


def float_constant(site: Site) -> Iterator[Change]:
    """0.1 becomes 1.1 and 0.0."""
    value = literal(site.node)
    if isinstance(value, float) and not isinstance(site.parent, ast.UnaryOp):
        yield Change(new=number(value + 1))
        if value != 0:
            yield Change(new=number(0.0))


def bool_constant(site: Site) -> Iterator[Change]:
    """keepdim=True becomes keepdim=False."""
    match site.node:
        case ast.Constant(value=bool() as value):
            yield Change(new=ast.Constant(value=not value))


def string_constant(site: Site) -> Iterator[Change]:
    """'bias' becomes 'bias_', 'min' becomes 'max', '>I' becomes '<I'."""
    match site.node:
        case ast.Constant(value=str() as text):
            if text in _TEXT_SWAPS:
                yield Change(new=ast.Constant(value=_TEXT_SWAPS[text]))
            elif text[:1] in (">", "<") and len(text) > 1:
                yield Change(new=ast.Constant(value={">": "<", "<": ">"}[text[0]] + text[1:]))
            else:
                yield Change(new=ast.Constant(value=f"{text}_"))
        case ast.JoinedStr(values=values) if not isinstance(site.parent, ast.FormattedValue):
            yield Change(new=ast.JoinedStr(values=[*values, ast.Constant(value="_")]))


def dtype(site: Site) -> Iterator[Change]:
    """torch.float32 becomes torch.float64."""
    match site.node:
        case ast.Attribute(value=ast.Name(id="torch" | "np" | "numpy"), attr=name) if name in _DTYPES:
            # torch.int(...) does not exist and torch.float.is_floating_point is no dtype that is passed on.
            if not isinstance(site.parent, ast.Attribute):
                yield Change(new=altered(site.node, attr=_DTYPES[name]))


def comparison(site: Site) -> Iterator[Change]:
    """< becomes <= and >=, == becomes !=, `is None` becomes `is not None`."""
    match site.node:
        case ast.Compare(ops=ops):
            for index, op in enumerate(ops):
                for other in _COMPARISONS[type(op)]:
                    yield Change(new=altered(site.node, ops=[*ops[:index], other(), *ops[index + 1 :]]))


def arithmetic(site: Site) -> Iterator[Change]:
    """+ becomes -, / becomes * and //, @ becomes *."""
    match site.node:
        case ast.BinOp(left=ast.Constant(value=str()), op=ast.Mod()):
            return
        case ast.BinOp(op=op):
            for other in _ARITHMETIC[type(op)]:
                yield Change(new=altered(site.node, op=other()))
        case ast.AugAssign(op=op):
            for other in _ARITHMETIC[type(op)]:
                yield Change(new=[altered(site.node, op=other())])


def operand_dropped(site: Site) -> Iterator[Change]:
    """a + b becomes a, and becomes b; the same for `and` and `or`."""
    match site.node:
        case ast.BinOp(left=left, right=right):
            yield Change(new=left)
            yield Change(new=right)
        case ast.BoolOp(values=[left, right]):
            yield Change(new=left)
            yield Change(new=right)
        case ast.BoolOp(values=values):
            for index in range(len(values)):
                yield Change(new=altered(site.node, values=[*values[:index], *values[index + 1 :]]))


def sign_dropped(site: Site) -> Iterator[Change]:
    """-x, not x and ~x become x."""
    match site.node:
        case ast.UnaryOp(operand=operand):
            yield Change(new=operand)


def and_or(site: Site) -> Iterator[Change]:
    """`and` becomes `or` and the other way round."""
    match site.node:
        case ast.BoolOp(op=op):
            yield Change(new=altered(site.node, op=ast.Or() if isinstance(op, ast.And) else ast.And()))


def choice_forced(site: Site) -> Iterator[Change]:
    """`a if c else b` becomes a, and becomes b."""
    match site.node:
        case ast.IfExp(body=body, orelse=orelse):
            yield Change(new=body)
            yield Change(new=orelse)


def slice_bound(site: Site) -> Iterator[Change]:
    """[:n] becomes [:n - 1] and [:], [1:] becomes [:], [::2] becomes [:]."""
    match site.node:
        case ast.Slice(lower=lower, upper=upper, step=step):
            if lower is not None:
                yield Change(new=altered(site.node, lower=None))
                yield Change(new=altered(site.node, lower=shifted(lower, 1)))
            if upper is not None:
                yield Change(new=altered(site.node, upper=None))
                yield Change(new=altered(site.node, upper=shifted(upper, -1)))
            if step is not None:
                yield Change(new=altered(site.node, step=None))


def index_dropped(site: Site) -> Iterator[Change]:
    """x[..., 0] becomes x[0] and x[...], x[:, None] becomes x[:]."""
    match site.node:
        case ast.Subscript(slice=ast.Tuple(elts=[_, _, *_] as elements) as index):
            for place in range(len(elements)):
                rest = [*elements[:place], *elements[place + 1 :]]
                new = rest[0] if len(rest) == 1 else altered(index, elts=rest)
                yield Change(new=altered(site.node, slice=new))


def order_swapped(site: Site) -> Iterator[Change]:
    """(h, w) becomes (w, h), also on the left of an assignment; [a, b] likewise."""
    match site.parent:
        case ast.ExceptHandler() | ast.Call(func=ast.Name(id="isinstance" | "issubclass")):
            return  # the order of types means nothing
    match site.node:
        case ast.Tuple(elts=elements) | ast.List(elts=elements) if len(elements) in (2, 3):
            for index in range(len(elements) - 1):
                swapped = [*elements[:index], elements[index + 1], elements[index], *elements[index + 2 :]]
                yield Change(new=altered(site.node, elts=swapped))


def element_dropped(site: Site) -> Iterator[Change]:
    """{'a': x, 'b': y} becomes {'b': y}; lists likewise."""
    match site.node:
        case ast.Dict(keys=keys, values=values):
            for index in range(len(keys)):
                rest = [*keys[:index], *keys[index + 1 :]]
                yield Change(new=altered(site.node, keys=rest, values=[*values[:index], *values[index + 1 :]]))
        case ast.List(elts=elements, ctx=ast.Load()):
            for index in range(len(elements)):
                yield Change(new=altered(site.node, elts=[*elements[:index], *elements[index + 1 :]]))


def filter_dropped(site: Site) -> Iterator[Change]:
    """[x for x in xs if x] becomes [x for x in xs]."""
    match site.node:
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            loops = site.node.generators
            for index, loop in enumerate(loops):
                for place in range(len(loop.ifs)):
                    open_loop = altered(loop, ifs=[*loop.ifs[:place], *loop.ifs[place + 1 :]])
                    yield Change(new=altered(site.node, generators=[*loops[:index], open_loop, *loops[index + 1 :]]))


def name_swapped(site: Site) -> Iterator[Change]:
    """A parameter becomes the next parameter of the same function: grad_input becomes grad_output."""
    function = site.function()
    match site.node:
        case ast.Name(id=name, ctx=ast.Load()) if function is not None and not _is_asked(site):
            names = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
            names = [each for each in names if each not in {"self", "cls", "ctx"}]
            if name in names and len(names) > 1:
                yield Change(new=altered(site.node, id=names[(names.index(name) + 1) % len(names)]))


def _is_asked(site: Site) -> bool:
    # loader.train() for model.train() dies of an AttributeError whatever the checks are.
    return isinstance(site.parent, ast.Attribute) or (isinstance(site.parent, ast.Call) and site.field == "func")


def lambda_none(site: Site) -> Iterator[Change]:
    """lambda x: x * 2 becomes lambda x: None."""
    match site.node:
        case ast.Lambda(body=body) if not (isinstance(body, ast.Constant) and body.value is None):
            yield Change(new=altered(site.node, body=ast.Constant(value=None)))


def yield_changed(site: Site) -> Iterator[Change]:
    """`yield x` becomes `yield None`, `yield from x` becomes `yield x`."""
    match site.node:
        case ast.Yield(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield Change(new=ast.Yield(value=ast.Constant(value=None)))
        case ast.YieldFrom(value=value):
            yield Change(new=ast.Yield(value=value))
