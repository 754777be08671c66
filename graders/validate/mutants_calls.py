"""Mutation operators for calls: the other function, fewer or swapped arguments, a missing step of a chain."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

from torchgrade.graders.validate.mutants_sites import Change, Site, dotted, words
from torchgrade.graders.validate.mutants_values import altered, shifted

_PAIRS = (
    ("min", "max"),
    ("amin", "amax"),
    ("argmin", "argmax"),
    ("minimum", "maximum"),
    ("clamp_min", "clamp_max"),
    ("sum", "mean"),
    ("any", "all"),
    ("softmax", "log_softmax"),
    ("floor", "ceil"),
    ("cat", "stack"),
    ("zeros", "ones"),
    ("zeros_like", "ones_like"),
    ("new_zeros", "new_ones"),
    ("rand", "randn"),
    ("rand_like", "randn_like"),
    ("triu", "tril"),
    ("ge", "gt"),
    ("le", "lt"),
    ("eq", "ne"),
    ("add", "sub"),
    ("mul", "div"),
    ("add_", "sub_"),
    ("mul_", "div_"),
    ("zeros_", "ones_"),
    ("cumsum", "cumprod"),
    ("var", "std"),
    ("train", "eval"),
    ("startswith", "endswith"),
    ("lower", "upper"),
    ("append", "extend"),
    ("popleft", "pop"),
    ("items", "keys"),
    ("modules", "children"),
    ("named_modules", "named_children"),
    ("parameters", "buffers"),
    ("named_parameters", "named_buffers"),
    ("register_forward_hook", "register_forward_pre_hook"),
    ("register_full_backward_hook", "register_full_backward_pre_hook"),
    ("no_grad", "enable_grad"),
    ("tensor", "as_tensor"),
    ("chunk", "tensor_split"),
)
_RENAMED: dict[str, tuple[str, ...]] = {
    "from_numpy": ("tensor",),
    "matmul": ("mul",),
    "bmm": ("mul",),
    "prod": ("sum",),
    "round": ("floor",),
    "relu": ("tanh",),
    "strip": ("rstrip", "lstrip"),
    "split": ("tensor_split",),
    "values": ("keys",),
}
for _one, _other in _PAIRS:
    _RENAMED[_one] = (*_RENAMED.get(_one, ()), _other)
    _RENAMED[_other] = (*_RENAMED.get(_other, ()), _one)
_DTYPE_METHODS = {"long": "int", "int": "long", "float": "double", "double": "float", "bool": "long", "half": "float"}
# f(x, ...) -> x: without these the value is another one, or the same one unprotected.
_WRAPPERS = words(
    """
    abs int float bool str list tuple set sorted reversed round deepcopy Parameter Buffer ModuleList ModuleDict
    ParameterList ParameterDict sqrt exp log log1p expm1 neg square relu sigmoid tanh clamp floor ceil detach
    clone tensor as_tensor from_numpy squeeze unsqueeze Path
    """
)
_REPLACED = {
    "sorted": "list",
    "ModuleList": "list",
    "ModuleDict": "dict",
    "ParameterList": "list",
    "ParameterDict": "dict",
    "set": "list",
}
_STEPS = words(
    """
    detach clone contiguous copy float double long int bool half item squeeze unsqueeze abs sqrt exp log log1p
    square neg sigmoid tanh relu eval train requires_grad_ cpu cuda numpy tolist to type type_as astype clamp
    clamp_min clamp_max clip view reshape flatten ravel transpose t permute movedim expand expand_as repeat flip
    roll sum mean round floor ceil softmax log_softmax masked_fill sort cumsum diagonal strip lower upper
    reset_index dropna fillna drop parameters resolve state_dict
    """
)
_STEP_ATTRIBUTES = words("T mT H mH data real shape")
_OPTIONAL_POSITIONAL = words(
    """
    squeeze sum mean max min amax amin argmax argmin any all prod std var norm flatten sort get pop unique size
    split setdefault
    """
)
_NEVER_SWAPPED = words(
    """
    min max add mul isclose allclose equal eq ne maximum minimum isinstance issubclass register_buffer
    register_parameter getattr hasattr setattr
    delattr print mse_loss dot
    """
)
_IN_PLACE = words(
    """
    add sub mul div clamp clamp_min clamp_max clip abs exp sqrt log neg pow relu sigmoid tanh round floor ceil
    detach masked_fill scatter scatter_add index_fill index_copy index_add squeeze unsqueeze t transpose
    """
)
_ONLY_IN_PLACE = words(
    """
    requires_grad_ zero_ fill_ copy_ normal_ uniform_ bernoulli_ random_ resize_ set_ share_memory_ apply_ map_
    zero_grad_
    """
)


def called(node: ast.Call) -> str:
    """Return the last name of what is called, or an empty string."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def is_of_a_module(node: ast.expr, site: Site) -> bool:
    """Return whether an expression is rooted in an import: torch, F, nn.init, but not a tensor."""
    name = dotted(node)
    return name is not None and name.split(".")[0] in site.facts.imported


def renamed(node: ast.Call, name: str) -> ast.Call:
    """Return the call with another last name."""
    if isinstance(node.func, ast.Attribute):
        return altered(node, func=altered(node.func, attr=name))
    return altered(node, func=ast.Name(id=name, ctx=ast.Load()))


def call_renamed(site: Site) -> Iterator[Change]:
    """min becomes max, cat becomes stack, train() becomes eval()."""
    match site.node:
        case ast.Call() as call:
            for name in _RENAMED.get(called(call), ()):
                yield Change(new=renamed(call, name))


def dtype_method(site: Site) -> Iterator[Change]:
    """x.long() becomes x.int()."""
    match site.node:
        case ast.Call(func=ast.Attribute(attr=name), args=[], keywords=[]) as call if name in _DTYPE_METHODS:
            yield Change(new=renamed(call, _DTYPE_METHODS[name]))


def wrapper_dropped(site: Site) -> Iterator[Change]:
    """nn.Parameter(x) becomes x, int(x) becomes x, torch.sqrt(x) becomes x."""
    match site.node:
        case ast.Call(args=[ast.expr() as value, *_]) as call if called(call) in _WRAPPERS:
            is_function = isinstance(call.func, ast.Name) or is_of_a_module(call.func, site)
            if is_function and not isinstance(value, ast.Starred):
                yield Change(new=value)


def one_of_two(site: Site) -> Iterator[Change]:
    """min(h, w) becomes h, and becomes w; torch.where(c, a, b) becomes a, and becomes b."""
    match site.node:
        case ast.Call(args=[first, second], keywords=[]) as call if called(call) in {
            "min",
            "max",
            "minimum",
            "maximum",
        }:
            if isinstance(call.func, ast.Name) or is_of_a_module(call.func, site):
                yield Change(new=first)
                yield Change(new=second)
        case ast.Call(args=[_, first, second]) as call if called(call) == "where":
            yield Change(new=first)
            yield Change(new=second)


def wrapper_replaced(site: Site) -> Iterator[Change]:
    """sorted(x) becomes list(x), nn.ModuleDict(x) becomes dict(x)."""
    match site.node:
        case ast.Call(args=args) as call if called(call) in _REPLACED and len(args) <= 1:
            is_function = isinstance(call.func, ast.Name) or is_of_a_module(call.func, site)
            if is_function:
                plain = ast.Name(id=_REPLACED[called(call)], ctx=ast.Load())
                yield Change(new=ast.Call(func=plain, args=args, keywords=[]))


def step_dropped(site: Site) -> Iterator[Change]:
    """x.detach() becomes x, x.T becomes x."""
    if isinstance(site.parent, ast.Expr):
        return  # the whole statement is dropped elsewhere
    match site.node:
        case ast.Call(func=ast.Attribute(value=value, attr=name)) if name in _STEPS:
            if not is_of_a_module(value, site):
                yield Change(new=value, after=None if dotted(value) else "(dropped)")
        case ast.Attribute(value=value, attr=name, ctx=ast.Load()) if name in _STEP_ATTRIBUTES:
            yield Change(new=value)


def arguments_swapped(site: Site) -> Iterator[Change]:
    """gather(1, index) becomes gather(index, 1), for two positional arguments."""
    match site.node:
        case ast.Call(args=[first, second]) as call if called(call) not in _NEVER_SWAPPED:
            if not isinstance(first, ast.Starred) and not isinstance(second, ast.Starred):
                yield Change(new=altered(call, args=[second, first]))


def keywords_swapped(site: Site) -> Iterator[Change]:
    """Size(height=h, width=w) becomes Size(height=w, width=h), for what looks like a class."""
    match site.node:
        case ast.Call(keywords=[_, _, *_] as keywords) as call if called(call)[:1].isupper():
            for index, (one, other) in enumerate(pairwise(keywords)):
                if one.arg is not None and other.arg is not None:
                    swapped = [altered(one, value=other.value), altered(other, value=one.value)]
                    yield Change(new=altered(call, keywords=[*keywords[:index], *swapped, *keywords[index + 2 :]]))


def device_dropped(site: Site) -> Iterator[Change]:
    """arange(n, device=x.device) becomes arange(n)."""
    yield from _without_keywords(site, device=True)


def keyword_dropped(site: Site) -> Iterator[Change]:
    """sum(1, keepdim=True) becomes sum(1)."""
    yield from _without_keywords(site, device=False)


def argument_dropped(site: Site) -> Iterator[Change]:
    """squeeze(2) becomes squeeze(), nn.Sequential(a, b) becomes nn.Sequential(a) and nn.Sequential(b)."""
    match site.node:
        case ast.Call(args=[*args, _]) as call if called(call) in _OPTIONAL_POSITIONAL:
            is_function = isinstance(call.func, ast.Name) or is_of_a_module(call.func, site)
            if (args or not is_function) and not isinstance(call.func, ast.Name):
                yield Change(new=altered(call, args=args))
        case ast.Call(args=args) as call if called(call) in {"Sequential", "Compose"}:
            for index in range(len(args)):
                yield Change(new=altered(call, args=[*args[:index], *args[index + 1 :]]))


def range_bound(site: Site) -> Iterator[Change]:
    """range(n) becomes range(n - 1); range(a, b) becomes range(a, b - 1); torch.arange likewise."""
    match site.node:
        case ast.Call(args=[end]) as call if called(call) in {"range", "arange"}:
            yield Change(new=altered(call, args=[shifted(end, -1)]))
            yield Change(new=altered(call, args=[ast.Constant(value=1), end]))
        case ast.Call(args=[start, end, *rest]) as call if called(call) in {"range", "arange"}:
            yield Change(new=altered(call, args=[start, shifted(end, -1), *rest]))
            yield Change(new=altered(call, args=[shifted(start, 1), end, *rest]))


def enumerate_start(site: Site) -> Iterator[Change]:
    """enumerate(xs) becomes enumerate(xs, 1)."""
    match site.node:
        case ast.Call(func=ast.Name(id="enumerate"), args=[items], keywords=[]) as call:
            yield Change(new=altered(call, args=[items, ast.Constant(value=1)]))


def order_reversed(site: Site) -> Iterator[Change]:
    """sorted(xs) becomes sorted(xs, reverse=True); x.sort() and argsort likewise, with torch's word for it."""
    match site.node:
        case ast.Call(keywords=keywords) as call if called(call) in {"sorted", "sort", "argsort"}:
            given = {keyword.arg for keyword in keywords}
            if not given & {"reverse", "descending"}:
                tensor = called(call) == "argsort" or is_of_a_module(call.func, site) or bool(call.args)
                word = "descending" if called(call) != "sorted" and tensor else "reverse"
                more = ast.keyword(arg=word, value=ast.Constant(value=True))
                yield Change(new=altered(call, keywords=[*keywords, more]))


def in_place(site: Site) -> Iterator[Change]:
    """x.add_(y) becomes x.add(y), and x.add(y) becomes x.add_(y)."""
    match site.node:
        case ast.Call(func=ast.Attribute(value=value, attr=name)) as call if not is_of_a_module(value, site):
            if name.endswith("_") and not name.startswith("_") and name not in _ONLY_IN_PLACE:
                yield Change(new=renamed(call, name[:-1]))
            elif name in _IN_PLACE and not isinstance(site.parent, ast.Expr):
                yield Change(new=renamed(call, f"{name}_"))


def persistence(site: Site) -> Iterator[Change]:
    """register_buffer(name, value) becomes register_buffer(name, value, persistent=False)."""
    match site.node:
        case ast.Call(args=[_, _], keywords=[]) as call if called(call) == "register_buffer":
            more = ast.keyword(arg="persistent", value=ast.Constant(value=False))
            yield Change(new=altered(call, keywords=[more]))


def _without_keywords(site: Site, *, device: bool) -> Iterator[Change]:
    match site.node:
        case ast.Call(keywords=keywords) as call:
            for index, keyword in enumerate(keywords):
                if (keyword.arg == "device") is device:
                    yield Change(new=altered(call, keywords=[*keywords[:index], *keywords[index + 1 :]]))
