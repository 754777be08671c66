"""Mutation operators for statements: what is forgotten, comes in another order, or happens always, never or once."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from torchgrade.graders.validate.mutants_calls import called, is_of_a_module
from torchgrade.graders.validate.mutants_sites import Change, Site, dotted, words
from torchgrade.graders.validate.mutants_values import altered

DROPPED = "(dropped)"
_EXCEPTIONS = {
    "ValueError": "KeyError",
    "IndexError": "ValueError",
    "KeyError": "ValueError",
    "RuntimeError": "ValueError",
    "TypeError": "ValueError",
    "AttributeError": "ValueError",
    "FileNotFoundError": "ValueError",
    "NotImplementedError": "ValueError",
    "StopIteration": "ValueError",
}
_VIEWS = words(
    """
    view reshape permute transpose squeeze unsqueeze expand detach narrow select diagonal t movedim flatten
    chunk split unfold swapaxes moveaxis as_strided expand_as view_as unbind tensor_split to
    """
)
_NO_TENSORS = words("int float bool str list dict tuple set None range len")
_NO_TENSOR_CALLS = _NO_TENSORS | {"isinstance", "enumerate", "zip", "sorted", "item", "tolist", "numpy", "hasattr"}
_ADDED = ("detach", "float", "clone", "squeeze")
_ORDER_IS_FREE = words("register_buffer register_parameter append add_module")


def dropped(before: str | None = None) -> Change:
    """Return the change that leaves nothing where a statement was."""
    return Change(new=[ast.Pass()], before=before)


def statement_dropped(site: Site) -> Iterator[Change]:
    """optimizer.step(), self.bias = None, x[0] = 1, x = x.clone(), x += y, assert and del become pass."""
    match site.node:
        case ast.Expr() | ast.AugAssign() | ast.Delete() | ast.Assert():
            yield dropped()
        case ast.Assign(targets=targets, value=value):
            if any(_is_effect(target, value) for target in targets):
                yield dropped()
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            if _is_effect(target, value):
                yield dropped()


def method_dropped(site: Site) -> Iterator[Change]:
    """A method of a class is not there."""
    match site.node:
        case ast.FunctionDef(name=name) if isinstance(site.parent, ast.ClassDef):
            yield Change(new=[ast.Pass()], before=f"def {name}", after=DROPPED)


def decorator_dropped(site: Site) -> Iterator[Change]:
    """@property and @torch.no_grad() are not there."""
    match site.node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            decorators = site.node.decorator_list
            for index, decorator in enumerate(decorators):
                new = altered(site.node, decorator_list=[*decorators[:index], *decorators[index + 1 :]])
                before = f"@{ast.unparse(decorator)} on {site.node.name}"
                yield Change(new=[new], before=before, after=DROPPED)


def base_dropped(site: Site) -> Iterator[Change]:
    """class Pairs(Dataset) becomes class Pairs."""
    match site.node:
        case ast.ClassDef(bases=[*_, _] as bases):
            for index in range(len(bases)):
                yield Change(new=[altered(site.node, bases=[*bases[:index], *bases[index + 1 :]])])


def swapped_with_next(site: Site) -> Iterator[Change]:
    """opt.step() and the statement after it change places."""
    following = site.following()
    if not isinstance(site.node, ast.stmt) or following is None:
        return
    pair = (site.node, following)
    kinds = (ast.Expr, ast.Assign, ast.AugAssign)
    calls = [node.value for node in pair if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    if not calls or not all(isinstance(node, kinds) for node in pair):
        return
    if len(calls) == 2:
        names = {called(call) for call in calls}
        if (len(names) == 1 and names <= _ORDER_IS_FREE) or all(is_of_a_module(call.func, site) for call in calls):
            return
    elif called(calls[0]) in _ORDER_IS_FREE or not _depend_on_each_other(*pair, site):
        return
    first, second = (ast.unparse(node) for node in pair)
    yield Change(new=[pair[1], pair[0]], width=2, before=f"{first}; {second}", after=f"{second}; {first}")


def with_unwrapped(site: Site) -> Iterator[Change]:
    """`with torch.no_grad():` is not there, its body is."""
    match site.node:
        case ast.With(items=items, body=body):
            for index, item in enumerate(items):
                if item.optional_vars is None:
                    rest = [*items[:index], *items[index + 1 :]]
                    new: list[ast.stmt] = [altered(site.node, items=rest)] if rest else body
                    yield Change(new=new, before=f"with {ast.unparse(item)}", after=DROPPED)


def condition_changed(site: Site) -> Iterator[Change]:
    """`if x` becomes `if not x`, `if True` and `if False`; `while x` becomes `while False`."""
    match site.node:
        case ast.If(test=test):
            for new in (_negated(test), ast.Constant(value=True), ast.Constant(value=False)):
                after = f"if {ast.unparse(new)}:"
                before = f"if {ast.unparse(test)}:"
                yield Change(new=[altered(site.node, test=new)], before=before, after=after)
        case ast.While():
            yield Change(new=[altered(site.node, test=ast.Constant(value=False))])
        case ast.IfExp(test=test):
            yield Change(new=altered(site.node, test=_negated(test)))


def else_dropped(site: Site) -> Iterator[Change]:
    """`if x: a else: b` becomes `if x: a`; the else of a loop likewise."""
    match site.node:
        case ast.If() | ast.For() | ast.While():
            if site.node.orelse:
                head = _head(site.node)
                yield Change(new=[altered(site.node, orelse=[])], before=f"else of {head}", after=DROPPED)


def loop_changed(site: Site) -> Iterator[Change]:
    """A loop is not there, or ends after its first round."""
    match site.node:
        case ast.For(body=body):
            head = _head(site.node)
            yield Change(new=[ast.Pass()], before=head, after=DROPPED)
            yield Change(new=[altered(site.node, body=[*body, ast.Break()])], before=head, after=f"{head} only once")


def raise_dropped(site: Site) -> Iterator[Change]:
    """`raise ValueError(...)` becomes pass."""
    if isinstance(site.node, ast.Raise):
        yield dropped()


def exception_swapped(site: Site) -> Iterator[Change]:
    """`raise ValueError(...)` becomes `raise KeyError(...)`; `except KeyError` becomes `except ValueError`."""
    match site.node:
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name)) as call) if name in _EXCEPTIONS:
            other = ast.Name(id=_EXCEPTIONS[name], ctx=ast.Load())
            yield Change(
                new=[altered(site.node, exc=altered(call, func=other))],
                before=f"raise {name}",
                after=f"raise {_EXCEPTIONS[name]}",
            )
        case ast.Raise(exc=ast.Name(id=name)) if name in _EXCEPTIONS:
            yield Change(new=[altered(site.node, exc=ast.Name(id=_EXCEPTIONS[name], ctx=ast.Load()))])
        case ast.Name(id=name) if name in _EXCEPTIONS and _is_in_except(site):
            yield Change(new=altered(site.node, id=_EXCEPTIONS[name]))


def try_changed(site: Site) -> Iterator[Change]:
    """try/finally loses its finally, or runs it only when all goes well; try/except loses its handlers."""
    match site.node:
        case ast.Try(body=body, handlers=handlers, orelse=orelse, finalbody=finalbody):
            if finalbody:
                plain: list[ast.stmt] = [altered(site.node, finalbody=[])] if handlers else body
                yield Change(new=plain, before="finally", after=DROPPED)
                yield Change(new=[*plain, *finalbody], before="finally", after="only without an exception")
            if handlers:
                bare: list[ast.stmt] = [*body, *orelse]
                if finalbody:
                    bare = [altered(site.node, body=bare, handlers=[], orelse=[])]
                heads = ", ".join(ast.unparse(each.type) if each.type else "everything" for each in handlers)
                yield Change(new=bare, before=f"except {heads}", after=DROPPED)


def return_none(site: Site) -> Iterator[Change]:
    """`return x` becomes `return None`."""
    match site.node:
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield Change(new=[ast.Return(value=ast.Constant(value=None))])


def return_dropped(site: Site) -> Iterator[Change]:
    """An early return becomes pass."""
    if isinstance(site.node, ast.Return) and isinstance(site.parent, (ast.If, ast.For, ast.While)):
        yield dropped()


def step_added(site: Site) -> Iterator[Change]:
    """`return x` becomes `return x.detach()`, .float(), .clone() and .squeeze(); elements of a tuple or dict likewise.

    A clone is added only where the value may be shared: that of a fresh result changes nothing.
    """
    match site.node, site.parent:
        case ast.Return(value=ast.expr() as value), _ if not _is_container(value):
            for name in _steps_for(value, site):
                yield Change(new=[altered(site.node, value=_step(value, name))])
        case ast.expr() as value, ast.Tuple() | ast.List() | ast.Dict():
            if site.field != "keys" and isinstance(site.parents[-2], ast.Return) and not _is_container(value):
                for name in _steps_for(value, site):
                    yield Change(new=_step(value, name))


def augmented(site: Site) -> Iterator[Change]:
    """x += y becomes x = x + y, and x = x + y becomes x += y. Left out for what is plainly a number or a text."""
    match site.node:
        case ast.AugAssign(target=ast.Name() | ast.Attribute() as target, op=op, value=value):
            if dotted(target) not in site.facts.numbers:
                read = altered(target, ctx=ast.Load())
                new = ast.Assign(targets=[target], value=ast.BinOp(left=read, op=op, right=value), lineno=0)
                yield Change(new=[new])
        case ast.Assign(targets=[ast.Name() | ast.Attribute() as target], value=ast.BinOp(left=left, op=op) as value):
            name = dotted(target)
            if name is not None and name == dotted(left) and name not in site.facts.numbers:
                yield Change(new=[ast.AugAssign(target=target, op=op, value=value.right)])


def registration(site: Site) -> Iterator[Change]:
    """self.register_buffer("mean", x) becomes self.mean = x; register_parameter and add_module likewise."""
    match site.node:
        case ast.Expr(
            value=ast.Call(
                func=ast.Attribute(value=owner, attr="register_buffer" | "register_parameter" | "add_module"),
                args=[ast.Constant(value=str() as name), value],
            )
        ) if name.isidentifier():
            target = ast.Attribute(value=owner, attr=name, ctx=ast.Store())
            yield Change(new=[ast.Assign(targets=[target], value=value, lineno=0)])


def jump_changed(site: Site) -> Iterator[Change]:
    """break becomes continue, continue becomes break, either becomes pass. A `while True` keeps its breaks."""
    loop = site.loop()
    match site.node:
        case ast.Break() if not (isinstance(loop, ast.While) and isinstance(loop.test, ast.Constant)):
            yield Change(new=[ast.Continue()])
            yield dropped()
        case ast.Continue():
            yield Change(new=[ast.Break()])
            yield dropped()


def _depend_on_each_other(one: ast.stmt, other: ast.stmt, site: Site) -> bool:
    """Return whether the order of a call and an assignment can matter, other than for a name that is not there yet."""
    if any(isinstance(node, ast.Name) and node.id == "super" for node in ast.walk(one)):
        return True
    match one:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            if name in _names(other, site) and name not in _names(value, site):
                return False
    return bool(_names(one, site) & _names(other, site))


def _names(node: ast.AST, site: Site) -> frozenset[str]:
    """Return the variables in a piece of code; of ``self``, its attributes."""
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    attributes = {f"self.{each.attr}" for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    own = {dotted(each) for each in ast.walk(node) if isinstance(each, ast.Attribute)} & attributes
    return frozenset((names - {"self"} - site.facts.imported) | {name for name in own if name is not None})


def _is_effect(target: ast.expr, value: ast.expr) -> bool:
    match target:
        case ast.Attribute() | ast.Subscript():
            return True
        case ast.Name(id=name):
            return any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(value))
        case _:
            return False


def _negated(test: ast.expr) -> ast.expr:
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return operand
        case _:
            return ast.UnaryOp(op=ast.Not(), operand=test)


def _head(node: ast.stmt) -> str:
    return ast.unparse(node).splitlines()[0].rstrip(":")


def _is_in_except(site: Site) -> bool:
    if isinstance(site.parent, ast.Tuple):
        return isinstance(site.parents[-2], ast.ExceptHandler)
    return isinstance(site.parent, ast.ExceptHandler)


def _is_container(value: ast.expr) -> bool:
    return isinstance(value, (ast.Tuple, ast.List, ast.Dict))


def _step(value: ast.expr, name: str) -> ast.Call:
    return ast.Call(func=ast.Attribute(value=value, attr=name, ctx=ast.Load()), args=[], keywords=[])


def _steps_for(value: ast.expr, site: Site) -> Iterator[str]:
    function = site.function()
    if function is not None:
        declared = (
            dotted(function.returns.value if isinstance(function.returns, ast.Subscript) else function.returns)
            if (function.returns)
            else None
        )
        if declared in _NO_TENSORS or (function.name.startswith("__") and function.name != "__call__"):
            return
    match value:
        case ast.Name(id="self" | "cls"):
            return
        case ast.Name(id=variable) if variable in site.facts.numbers:
            return
        case ast.Call() as call:
            if called(call) in _NO_TENSOR_CALLS:
                return
        case ast.Name() | ast.Attribute() | ast.Subscript() | ast.BinOp() | ast.UnaryOp() | ast.IfExp():
            pass
        case _:
            return
    for name in _ADDED:
        if isinstance(value, ast.Call) and called(value) == name:
            continue
        if name == "clone" and not _may_be_shared(value):
            continue
        yield name


def _declared(function: ast.FunctionDef | ast.AsyncFunctionDef) -> str | None:
    """Return the name of the declared type of the result, without what is in its brackets."""
    match function.returns:
        case None:
            return None
        case ast.Constant(value=None):
            return "None"
        case ast.Subscript(value=value):
            return dotted(value)
        case declared:
            return dotted(declared)


def _may_be_shared(value: ast.expr) -> bool:
    match value:
        case ast.Name() | ast.Attribute() | ast.Subscript():
            return True
        case ast.Call() as call:
            return called(call) in _VIEWS or called(call).endswith("_")
        case _:
            return False
