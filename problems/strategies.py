"""Build Hypothesis strategies from the kit's descriptions, and draw cases. Trusted side only; never torch."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
from hypothesis import HealthCheck, Phase, Verbosity, assume, given, seed, settings
from hypothesis import strategies as st

from torchgrade.problems.kit import Lazy, Probe
from torchgrade.problems.seed_only import seed_only
from torchgrade.problems.values import DTYPE_BYTES, LAYOUTS, TensorValue, Value

DEFAULT_SIZES = (1, 6)
Case = dict[str, Value]
Sizes = dict[str, int]


def draw_cases(probe: Probe, *, count: int, seed_value: int) -> tuple[Case, ...]:
    """Return the probe's explicit examples and then drawn cases, ``count`` in all, decided by ``seed_value``.

    Fewer come back when the strategies can't make that many different ones.
    """
    cases: list[Case] = list(probe.examples)
    wanted = count - len(cases)
    if wanted <= 0:
        return tuple(cases[:count])
    drawn: list[Case] = []

    @seed(seed_value)
    @settings(
        max_examples=wanted,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        derandomize=False,
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
    )
    @given(cases_of(probe))
    def collect(case: Case) -> None:
        drawn.append(case)

    with seed_only():
        collect()
    return tuple(cases + drawn[:wanted])


def cases_of(probe: Probe) -> st.SearchStrategy[Case]:
    """Return the strategy of whole cases: one size for each name, then every argument."""
    return _cases(probe.strategies, _ranges(probe.strategies.values()))


# Composite strategies are defined once, here: Hypothesis reads the source of each definition, which is slow.
@st.composite
def _cases(draw: st.DrawFn, strategies: dict[str, Any], ranges: Mapping[str, tuple[int, int]]) -> Case:
    sizes = _draw_sizes(draw, ranges)
    return {name: draw_value(draw, strategy, sizes) for name, strategy in strategies.items()}


@st.composite
def _nested(draw: st.DrawFn, lazy: Lazy, sizes: Sizes) -> Any:
    return draw_value(draw, lazy, sizes)


def draw_value(draw: st.DrawFn, strategy: Any, sizes: Sizes) -> Any:
    """Draw one value of a kit description, given this case's sizes."""
    if isinstance(strategy, st.SearchStrategy):
        return draw(strategy)
    if not isinstance(strategy, Lazy):
        raise TypeError(f"{strategy!r} is no strategy; use tensors(...), st.integers(...) and the like")
    own: Callable[..., Any] | None = _OWN.get(strategy.name)
    if own is not None:
        value = own(draw, sizes, *strategy.args, **strategy.kwargs)
    else:
        args = [_resolve_argument(argument, sizes) for argument in strategy.args]
        kwargs = {name: _resolve_argument(argument, sizes) for name, argument in strategy.kwargs.items()}
        value = draw(_built(strategy.name, *args, **kwargs))
    for method, function in strategy.then:
        match method:
            case "map":
                value = function(value)
            case "filter":
                assume(function(value))
            case _:
                value = draw_value(draw, function(value), sizes)
    return value


# Hypothesis validates every new strategy object, which costs more than most draws: those of plain values are kept.
_PLAIN = (int, float, str, bool, type(None))
_built_before: dict[object, st.SearchStrategy[Any]] = {}
_MOST_KEPT = 10_000


def _built(name: str, /, *args: Any, **kwargs: Any) -> st.SearchStrategy[Any]:
    """Return the strategy ``st.<name>(*args, **kwargs)``, the same object for the same plain arguments."""
    key = _key((name, args, *kwargs.items()))
    if key is None:
        return getattr(st, name)(*args, **kwargs)  # type: ignore[no-any-return] # a function of Hypothesis
    found = _built_before.get(key)
    if found is None:
        if len(_built_before) >= _MOST_KEPT:
            _built_before.clear()
        found = _built_before[key] = getattr(st, name)(*args, **kwargs)
    return found


def _key(value: Any) -> object:
    """Return what tells plain values apart, 1 and True and 1.0 and -0.0 as well; None for anything else."""
    kind = type(value)
    if kind is tuple or kind is list:
        keys = [_key(item) for item in value]
        return None if None in keys else (kind, *keys)
    return (kind, repr(value)) if kind in _PLAIN else None


def _resolve_argument(argument: Any, sizes: Sizes) -> Any:
    if isinstance(argument, Lazy):
        return _nested(argument, sizes)
    if isinstance(argument, list | tuple) and any(isinstance(item, Lazy) for item in argument):
        return type(argument)(_resolve_argument(item, sizes) for item in argument)
    if isinstance(argument, dict) and any(isinstance(item, Lazy) for item in argument.values()):
        return {name: _resolve_argument(item, sizes) for name, item in argument.items()}
    return argument


# --- sizes -----------------------------------------------------------------------------------------------------------


def _ranges(strategies: Iterable[Any]) -> dict[str, tuple[int, int]]:
    """Return the range of every size named anywhere in the strategies; two different ranges are a mistake."""
    ranges: dict[str, tuple[int, int]] = {}
    names: set[str] = set()
    for lazy in _all_lazies(strategies):
        for name, bounds in lazy.kwargs.get("ranges", {}).items():
            if ranges.setdefault(name, bounds) != bounds:
                raise ValueError(f"size {name} is given as {ranges[name]} and as {bounds}")
        if lazy.name == "tensors":
            names |= _names(*lazy.args[0].split(), lazy.kwargs["low"], lazy.kwargs["high"])
        elif lazy.name in ("size", "index"):
            names |= _names(lazy.args[0], lazy.kwargs.get("low"))
    return {name: ranges.get(name, DEFAULT_SIZES) for name in sorted(names | set(ranges))}


def _all_lazies(values: Iterable[Any]) -> Iterable[Lazy]:
    for value in values:
        if isinstance(value, Lazy):
            yield value
            yield from _all_lazies([*value.args, *value.kwargs.values()])
        elif isinstance(value, list | tuple):
            yield from _all_lazies(value)
        elif isinstance(value, dict):
            yield from _all_lazies(value.values())


def _names(*expressions: object) -> set[str]:
    found: set[str] = set()
    for expression in expressions:
        if isinstance(expression, str):
            nodes = ast.walk(ast.parse(expression, mode="eval"))
            found |= {node.id for node in nodes if isinstance(node, ast.Name)} - set(_FUNCTIONS)
    return found


def _draw_sizes(draw: st.DrawFn, ranges: Mapping[str, tuple[int, int]]) -> Sizes:
    sizes: Sizes = {}
    for name, (low, high) in ranges.items():
        # Different names get different sizes where they can, so that swapped dims show; 0 and 1 may repeat.
        choices = [n for n in range(low, high + 1) if n <= 1 or n not in sizes.values()] or list(range(low, high + 1))
        # Shrinking goes to the first choice, and an empty tensor explains less than one of size 1.
        sizes[name] = draw(_built("sampled_from", sorted(choices, key=lambda n: (n == 0, n))))
    return sizes


_FUNCTIONS: dict[str, Callable[..., int]] = {"min": min, "max": max}
_OPERATORS: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
}


def evaluate(expression: str | float, sizes: Mapping[str, int]) -> Any:
    """Return the value of a size expression: numbers, names, ``+ - * //``, ``min`` and ``max``."""
    if not isinstance(expression, str):
        return expression

    def value(node: ast.expr) -> int:
        match node:
            case ast.Constant(value=int() as number):
                return number
            case ast.Name(id=name):
                return sizes[name]
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -value(operand)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
                return _OPERATORS[type(op)](value(left), value(right))
            case ast.Call(func=ast.Name(id=name), args=args) if name in _FUNCTIONS:
                return _FUNCTIONS[name](*map(value, args))
            case _:
                raise ValueError(f"{expression!r} is no size; use numbers, names, + - * //, min() and max()")

    return value(_parsed(expression))


@lru_cache(maxsize=1000)
def _parsed(expression: str) -> ast.expr:
    return ast.parse(expression, mode="eval").body


# --- the kit's own strategies ----------------------------------------------------------------------------------------


def _size(draw: st.DrawFn, sizes: Sizes, expression: str, **_: Any) -> int:
    return int(evaluate(expression, sizes))


def _index(draw: st.DrawFn, sizes: Sizes, below: str, *, low: int | str, **_: Any) -> int:
    first, end = evaluate(low, sizes), evaluate(below, sizes)
    assume(end > first)
    return int(draw(_built("integers", first, end - 1)))


def _composite(draw: st.DrawFn, sizes: Sizes, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    return function(lambda strategy: draw_value(draw, strategy, sizes), *args, **kwargs)


_CONTENT_SEEDS = st.integers(0, 2**32 - 1)


def _tensors(
    draw: st.DrawFn,
    sizes: Sizes,
    shape: str,
    *,
    dtype: tuple[str, ...],
    low: float | str | None,
    high: float | str | None,
    special: tuple[float, ...],
    layouts: tuple[str, ...],
    requires_grad: bool,
    **_: Any,
) -> TensorValue:
    unknown = (set(dtype) - set(DTYPE_BYTES)) | (set(layouts) - set(LAYOUTS))
    if unknown:
        raise ValueError(f"tensors({shape!r}): unknown dtype or layout {sorted(unknown)}")
    name = draw(_built("sampled_from", dtype))
    dims = tuple(evaluate(token, sizes) for token in shape.split())
    assume(all(size >= 0 for size in dims))
    layout = draw(_built("sampled_from", layouts))
    # Contents come from one seed, so that shrinking is about shapes; seed 0 is 1, 2, 3, ... for easy reading.
    content_seed = draw(_CONTENT_SEEDS)
    values = _contents(name, dims, content_seed, low=evaluate_bound(low, sizes), high=evaluate_bound(high, sizes))
    if special and values.size and name.startswith(("float", "bfloat")):
        rng = np.random.default_rng(content_seed)
        chosen = rng.random(values.shape) < 0.2
        values = np.where(chosen, rng.choice(np.array(special), size=values.shape), values)
    if layout == "expanded" and dims and values.size:
        values = np.broadcast_to(values[:1], dims)
    return TensorValue(name, dims, _to_bytes(values, name), requires_grad=requires_grad, layout=layout)


def evaluate_bound(bound: float | str | None, sizes: Sizes) -> float | None:
    """Return a numeric bound of values, or None when the default is meant."""
    return None if bound is None else evaluate(bound, sizes)


def _contents(
    dtype: str, shape: tuple[int, ...], content_seed: int, *, low: float | None, high: float | None
) -> np.ndarray[Any, Any]:
    count = int(np.prod(shape, dtype=np.int64))
    rng = np.random.default_rng(content_seed)
    if dtype == "bool":
        flat: np.ndarray[Any, Any] = np.arange(count) % 2 == 1 if content_seed == 0 else rng.random(count) < 0.5
    elif dtype.startswith(("int", "uint")):
        first = int(low) if low is not None else (0 if dtype == "uint8" else -9)
        end = int(high) if high is not None else (256 if dtype == "uint8" else 10)
        assume(end > first)
        if content_seed == 0:
            start = first if low is not None or dtype == "uint8" else 1
            flat = start + np.arange(count) % max(end - start, 1)
        else:
            flat = rng.integers(first, end, count)
    elif low is not None or high is not None:
        first_float, end_float = (0.0 if low is None else float(low)), (1.0 if high is None else float(high))
        flat = (
            np.linspace(first_float, end_float, count, endpoint=False)
            if content_seed == 0
            else rng.uniform(first_float, end_float, count)
        )
    else:
        flat = np.arange(1, count + 1, dtype=np.float64) if content_seed == 0 else rng.standard_normal(count)
    if dtype.startswith("complex"):
        flat = flat + 1j * (np.zeros(count) if content_seed == 0 else rng.standard_normal(count))
    return flat.reshape(shape)


def _to_bytes(values: np.ndarray[Any, Any], dtype: str) -> bytes:
    if dtype == "bfloat16":
        # Round to nearest even by hand: numpy has no bfloat16, which is the upper half of a float32.
        bits = values.astype("<f4").view("<u4")
        rounded = bits + 0x7FFF + ((bits >> 16) & 1)
        data = (rounded >> 16).astype("<u2")
    else:
        data = np.ascontiguousarray(values).astype(np.dtype(dtype).newbyteorder("<"))
    return bytes(data.tobytes())


_OWN: dict[str, Callable[..., Any]] = {
    "tensors": _tensors,
    "size": _size,
    "index": _index,
    "composite": _composite,
}
