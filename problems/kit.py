"""The kit that checks are written in.

    from torchgrade.problems.kit import check, tensors

    @check(a=tensors("b n n", b=(1, 5), n=(1, 8)))
    def picks_every_diagonal(solution, a):
        \"\"\"Row b of the result holds A[b, 0, 0], A[b, 1, 1] and so on.\"\"\"
        return solution.get_diag_element_3D(a)

A probe exercises a solution and returns what it saw: raw evidence, never a conclusion. The same probe runs on the
student's solution inside the sandbox and on the reference outside it, and a trusted process compares the two.

This module is imported inside the sandbox, so it needs the standard library alone. What draws cases (Hypothesis) and
what runs tensors (torch) is named here and loaded only where it is used.
"""

from __future__ import annotations

import importlib
import struct
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from torchgrade.problems.values import Raised, TensorValue, Value

if TYPE_CHECKING:
    import torch
    from torch import nn

__all__ = [
    "WRITABLE_LAYOUTS",
    "Lazy",
    "Probe",
    "Raised",
    "TensorValue",
    "array",
    "attempt",
    "check",
    "example",
    "fill",
    "index",
    "nn",
    "raised",
    "raises",
    "seeds",
    "size",
    "st",
    "tensor",
    "tensors",
    "tolerance",
    "torch",
]


class _LazyModule:
    """A module that is imported at its first use: drawing cases must not cost an ``import torch``."""

    def __init__(self, name: str) -> None:
        self.__dict__["_name"] = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(importlib.import_module(self.__dict__["_name"]), attribute)


if not TYPE_CHECKING:
    # In the sandbox torch is there already, and probes name it hundreds of times.
    torch = sys.modules.get("torch") or _LazyModule("torch")
    nn = sys.modules.get("torch.nn") or _LazyModule("torch.nn")


# --- strategies: descriptions of what to draw, resolved by torchgrade.problems.strategies on the trusted side ---------


@dataclass(frozen=True, slots=True)
class Lazy:
    """A Hypothesis strategy by name and arguments, not built yet. ``map``, ``filter`` and ``flatmap`` chain."""

    name: str
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)
    then: tuple[tuple[str, Callable[..., Any]], ...] = ()

    def map(self, function: Callable[..., Any]) -> Lazy:
        """Return this strategy with ``function`` applied to every value."""
        return replace(self, then=(*self.then, ("map", function)))

    def filter(self, condition: Callable[..., Any]) -> Lazy:
        """Return this strategy without the values that ``condition`` refuses."""
        return replace(self, then=(*self.then, ("filter", condition)))

    def flatmap(self, function: Callable[..., Any]) -> Lazy:
        """Return the strategy that ``function`` makes from each value of this one."""
        return replace(self, then=(*self.then, ("flatmap", function)))


class _Strategies:
    """``hypothesis.strategies`` by the same names: ``st.integers(0, 5)``, ``st.lists(...)``, ``@st.composite``."""

    def __getattr__(self, name: str) -> Callable[..., Lazy]:
        if name.startswith("_"):
            raise AttributeError(name)

        def strategy(*args: Any, **kwargs: Any) -> Lazy:
            return Lazy(name, args, kwargs)

        return strategy

    @staticmethod
    def composite(function: Callable[..., Any]) -> Callable[..., Lazy]:
        """Return a strategy from ``function(draw, ...)``, in which ``draw`` takes any strategy of this kit."""

        def strategy(*args: Any, **kwargs: Any) -> Lazy:
            return Lazy("composite", (function, *args), kwargs)

        return strategy


st = _Strategies()


WRITABLE_LAYOUTS = ("contiguous", "transposed", "strided", "offset")  # all in which each element has memory of its own


def tensors(
    shape: str,
    *,
    dtype: str | Sequence[str] = "float32",
    low: float | str | None = None,
    high: float | str | None = None,
    special: Sequence[float] = (),
    layouts: Sequence[str] = ("contiguous", "transposed", "strided"),
    requires_grad: bool = False,
    **sizes: tuple[int, int],
) -> Lazy:
    """Draw tensors of named dims, as ``tensors("b n n", b=(1, 5), n=(1, 8))``.

    ``shape`` is a list of numbers, names and sums (``"b t+1"``); a name means one size in the whole case, also in the
    check's other arguments. Sizes are 1 to 6 unless given, and different names get different sizes where they can.
    Values are standard normal, or uniform in [low, high); integers are in [-9, 10) unless given, and a bound may be
    a size (``high="n"``). ``special`` values (inf, nan) are sprinkled in. ``layouts`` says how the tensor may lie in
    memory: contiguous, transposed, strided, offset, expanded (one row, stride 0).
    """
    return Lazy(
        "tensors",
        (shape,),
        {
            "dtype": (dtype,) if isinstance(dtype, str) else tuple(dtype),
            "low": low,
            "high": high,
            "special": tuple(special),
            "layouts": tuple(layouts),
            "requires_grad": requires_grad,
            "ranges": sizes,
        },
    )


def size(expression: str, **sizes: tuple[int, int]) -> Lazy:
    """Draw nothing: the value of a named size (``size("n")``, ``size("n-1")``) in this case, as an int."""
    return Lazy("size", (expression,), {"ranges": sizes})


def index(below: str, *, low: int | str = 0, **sizes: tuple[int, int]) -> Lazy:
    """Draw an int in [low, below), bounds in named sizes: ``index("n")``, ``index("n", low="-n")``."""
    return Lazy("index", (below,), {"low": low, "ranges": sizes})


def seeds() -> Lazy:
    """Draw a seed for ``torch.Generator`` inside a probe; 0 is the simplest."""
    return Lazy("integers", (0, 2**32 - 1))


def tensor(data: Any, dtype: str | None = None, **facts: Any) -> TensorValue:
    """Return a tensor for an explicit case (``@example``) from nested lists; the dtype is inferred as torch does."""
    shape: list[int] = []
    level = data
    while isinstance(level, list):
        shape.append(len(level))
        if not level:
            break
        level = level[0]
    flat = _flatten(data, shape)
    if dtype is None:
        kinds = {type(item) for item in flat}
        dtype = "float32" if float in kinds or not kinds else "bool" if kinds == {bool} else "int64"
    code = _STRUCT_CODES[dtype]
    return TensorValue(dtype, tuple(shape), struct.pack(f"<{len(flat)}{code}", *flat), **facts)


_STRUCT_CODES = {
    "bool": "?",
    "uint8": "B",
    "int8": "b",
    "int16": "h",
    "int32": "i",
    "int64": "q",
    "float16": "e",
    "float32": "f",
    "float64": "d",
}


def _flatten(data: Any, shape: Sequence[int]) -> list[Any]:
    if not shape:
        return [data]
    if not isinstance(data, list) or len(data) != shape[0]:
        raise ValueError(f"tensor(): the nested lists are ragged; {shape[0]} items were expected")
    return [item for part in data for item in _flatten(part, shape[1:])]


# --- checks --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Probe:
    """A check's probe with its strategies, explicit cases, tolerance and, if equality is not the question, a judge."""

    name: str
    function: Callable[..., object]
    strategies: dict[str, Any]
    doc: str
    examples: tuple[dict[str, Value], ...] = ()
    tolerance: dict[str, Any] = field(default_factory=dict)
    # A one-element list, because ``@probe.judge`` registers after the probe is bound to its name.
    _judges: list[Callable[..., object]] = field(default_factory=list)

    def judge(self, function: Callable[..., object]) -> Callable[..., object]:
        """Register a judge: ``(case, expected, actual) -> None | str | (English, Korean)``.

        None means right; a text says what is wrong. It runs on the trusted side only, over plain values: tensors are
        TensorValue (``kit.array(value)`` gives numpy). The evidence may hold anything that a hostile process can
        send, so check the types first.
        """
        self._judges[:] = [function]
        return function

    @property
    def judged_by(self) -> Callable[..., object] | None:
        """Return the registered judge, or None: then the evidence must equal the reference's."""
        return self._judges[0] if self._judges else None


def check(**strategies: Any) -> Callable[[Callable[..., object]], Probe]:
    """Make a probe of the decorated function; its keyword arguments are drawn from ``strategies``."""

    def decorate(function: Callable[..., object]) -> Probe:
        return Probe(function.__name__, function, strategies, function.__doc__ or "")

    return decorate


def example(**case: Value) -> Callable[[Probe], Probe]:
    """Add an explicit case, asked before the drawn ones. Goes above ``@check``."""

    def decorate(probe: Probe) -> Probe:
        if set(case) != set(probe.strategies):
            raise TypeError(f"@example of {probe.name} gives {sorted(case)}; the check has {sorted(probe.strategies)}")
        return replace(probe, examples=(case, *probe.examples))

    return decorate


def tolerance(**options: Any) -> Callable[[Probe], Probe]:
    """Set how evidence is compared: ``rtol``, ``atol``, ``exact``, ``check_requires_grad``. Goes above ``@check``."""

    def decorate(probe: Probe) -> Probe:
        return replace(probe, tolerance={**probe.tolerance, **options})

    return decorate


def raises(*types: type[BaseException]) -> Callable[[Probe], Probe]:
    """Accept any of ``types`` where the reference raises one of them. Above ``@check``."""
    return tolerance(raises=tuple(kind.__name__ for kind in types))


# --- for use inside probes -------------------------------------------------------------------------------------------


def attempt(function: Callable[..., object], *args: object, **kwargs: object) -> object:
    """Call ``function``; return its result, or the exception it raised as ``Raised`` evidence."""
    try:
        return function(*args, **kwargs)
    except Exception as error:  # noqa: BLE001 - the driver around student code: whatever it raises is evidence
        return raised(error)


def raised(error: BaseException) -> Raised:
    """Return an exception as evidence. Its text is made here, under the case's deadline, and cut."""
    try:
        message = str(error)
    except BaseException:  # noqa: BLE001 - a student's __str__ may raise anything
        message = "(the exception's __str__ raised)"
    bases = tuple(base.__name__[:200] for base in type(error).__mro__[1:-1])[:32]
    return Raised(type(error).__name__[:200], message[:4096] if type(message) is str else "", bases)


def fill(module: torch.nn.Module, seed: int) -> torch.nn.Module:
    """Load fresh random parameters and buffers into ``module`` through ``load_state_dict``, decided by ``seed``.

    Values go by the state dict's order, shape and dtype: floating entries are uniform in [0.25, 1.25) with random
    signs, integer entries are kept. What is not registered is not reached, and shows in the outputs.
    """
    state = dict(module.state_dict())
    floating = {name: value for name, value in state.items() if value.is_floating_point()}
    if floating:
        sizes = [value.numel() for value in floating.values()]
        # All entries at once: what torch charges for a call is most of it.
        drawn = torch.rand(sum(sizes), generator=torch.Generator().manual_seed(seed), dtype=torch.float64) * 2 - 1
        drawn = torch.copysign(drawn.abs() + 0.25, drawn)
        for (name, value), part in zip(floating.items(), torch.split(drawn, sizes), strict=True):
            state[name] = part.view(value.shape).to(value.dtype)
    module.load_state_dict(state)
    return module


def array(value: TensorValue) -> Any:
    """Return a TensorValue as a read-only numpy array; for judges, on the trusted side."""
    from torchgrade.graders.compare.arrays import array as as_array

    return as_array(value)
