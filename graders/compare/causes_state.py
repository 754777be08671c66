"""Causes that need no look at single numbers: an input given back, nothing but zeros or NaN, a cut graph."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from torchgrade.graders.compare.arrays import array
from torchgrade.graders.compare.pair import Pair
from torchgrade.graders.text import Text
from torchgrade.problems.values import TensorValue

DETACHED = Text(
    "Your result is cut off from the graph: look for `.detach()`, `.data`, `.item()`, `torch.no_grad()` or a new "
    "`torch.tensor(...)` on the way.",
    "결과가 계산 그래프에서 끊겼습니다. 중간에 `.detach()`, `.data`, `.item()`, `torch.no_grad()`나 새로 만든 "
    "`torch.tensor(...)`가 있는지 보세요.",
)


def unchanged_input(pair: Pair, actual: TensorValue, inputs: tuple[tuple[str, TensorValue], ...]) -> Text | None:
    """Name the input that came back as it was."""
    if not pair.is_varied(pair.actual):
        return None
    for name, tensor in inputs:
        if (tensor.dtype, tensor.shape) != (actual.dtype, actual.shape):
            continue
        if tensor.data == actual.data or np.array_equal(array(tensor), array(actual)):
            return Text(
                f"Your values are those of the input `{name}`, unchanged.",
                f"제출한 값이 입력 `{name}`의 값 그대로입니다.",
            )
    return None


def _all_zeros(pair: Pair) -> Text | None:
    if pair.actual.size < 2 or pair.actual.any():
        return None
    return Text(
        "All of your values are zero: is a result never written, or multiplied by zero?",
        "값이 모두 0입니다. 결과를 채우지 않았거나 0을 곱하지 않았나요?",
    )


def _all_nan(pair: Pair) -> Text | None:
    if pair.actual.size < 2 or not np.isnan(pair.actual).all():
        return None
    return Text(
        "All of your values are NaN: look for 0/0, inf - inf, or the log or root of a negative number.",
        "값이 모두 NaN입니다. 0/0, inf - inf, 음수의 log나 제곱근이 있는지 보세요.",
    )


CAUSES: tuple[Callable[[Pair], Text | None], ...] = (_all_zeros, _all_nan)
