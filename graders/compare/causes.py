"""Why a tensor may be wrong. A cause is named only when it explains every element."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping

import numpy as np

from torchgrade.graders.compare import causes_numbers, causes_state, causes_structure
from torchgrade.graders.compare.arrays import array, widened
from torchgrade.graders.compare.deviation import is_close
from torchgrade.graders.compare.pair import Pair
from torchgrade.graders.compare.tolerance import Tolerance
from torchgrade.graders.text import Text
from torchgrade.problems.values import TensorValue, Value

_MOST_ELEMENTS = 200_000
_MOST_DIMS = 8
_MOST_INPUTS = 64
_MOST_CAUSES = 2


def likely_causes(
    expected: TensorValue,
    actual: TensorValue,
    *,
    tolerance: Tolerance | None = None,
    inputs: Mapping[str, Value] | None = None,
) -> tuple[Text, ...]:
    """Return at most two causes, the most specific first, in a tutor's words.

    ``inputs`` are the case's values by name. Nothing is searched in tensors of more than 200 000 elements.
    """
    tolerance = tolerance or Tolerance()
    causes = []
    if tolerance.check_requires_grad and expected.requires_grad and not actual.requires_grad:
        causes.append(causes_state.DETACHED)
    if _is_searchable(expected) and _is_searchable(actual):
        tensors = tuple(itertools.islice(_tensors(inputs or {}), _MOST_INPUTS))
        with np.errstate(all="ignore"):
            causes += _value_causes(expected, actual, tolerance, tensors)
    return tuple(causes[:_MOST_CAUSES])


def _is_searchable(value: TensorValue) -> bool:
    return value.device != "meta" and len(value.shape) <= _MOST_DIMS and value.numel() <= _MOST_ELEMENTS


def _value_causes(
    expected: TensorValue, actual: TensorValue, tolerance: Tolerance, inputs: tuple[tuple[str, TensorValue], ...]
) -> Iterator[Text]:
    """Yield what explains the values: first what became of them, then of their places, then of the numbers."""
    bounds = tolerance.bounds_between(expected.dtype, actual.dtype)
    right, given = widened(array(expected), array(actual))
    if given.size == 0 or is_close(right, given, bounds):
        return
    shapes = [expected.shape, *(tensor.shape for _, tensor in inputs)]
    pair = Pair(expected=right, actual=given, bounds=bounds, dtype=expected.dtype, sizes=_sizes(shapes))
    unchanged = causes_state.unchanged_input(pair, actual, inputs)
    if unchanged is not None:
        yield unchanged
    for group in (causes_state.CAUSES, causes_structure.CAUSES, causes_numbers.CAUSES):
        # One explanation of a kind is enough: reversing two values also shifts them by one.
        found = next((text for cause in group if (text := cause(pair)) is not None), None)
        if found is not None:
            yield found


def _sizes(shapes: list[tuple[int, ...]]) -> tuple[int, ...]:
    """Return what a reduction may have run over, the sizes of single dimensions first."""
    sizes: dict[int, None] = {}
    for length in range(1, _MOST_DIMS + 1):
        for shape in shapes:
            for start in range(len(shape) - length + 1):
                sizes[math.prod(shape[start : start + length])] = None
    return tuple(size for size in sizes if size > 2)


def _tensors(inputs: Mapping[str, Value]) -> Iterator[tuple[str, TensorValue]]:
    """Yield the tensors among the inputs, with their paths."""
    waiting: list[tuple[str, Value]] = list(inputs.items())[::-1]
    while waiting:
        name, value = waiting.pop()
        match value:
            case TensorValue():
                if _is_searchable(value):
                    yield name, value
            case list() | tuple():
                waiting += [(f"{name}[{at}]", item) for at, item in enumerate(value[:_MOST_INPUTS])][::-1]
            case dict():
                waiting += [(f"{name}[{key!r}]", value[key]) for key in list(value)[:_MOST_INPUTS]][::-1]
            case _:
                continue
