"""Causes that lose digits: whole numbers where fractions are right, and a less precise dtype on the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from torchgrade.graders.compare.arrays import Array
from torchgrade.graders.compare.pair import Pair
from torchgrade.graders.text import Text


def made_whole(pair: Pair) -> Text | None:
    """Name what cut off the fractions: ``//``, an integer dtype, or rounding."""
    if not pair.is_same_shape or pair.expected.dtype.kind != "f" or not pair.is_varied(pair.expected):
        return None
    if not np.array_equal(pair.actual, np.floor(pair.actual)):
        return None
    if pair.gives(np.floor(pair.expected)):
        return Text(
            "Your values are the expected ones rounded down: is it `//` where `/` is asked, or an integer dtype?",
            "올바른 값을 내림한 것과 같습니다. `/` 대신 `//`를 쓰거나 정수 자료형을 쓰지 않았나요?",
        )
    if pair.gives(np.trunc(pair.expected)):
        return Text(
            "Your values are the expected ones without their fractions: look for an integer dtype, `int()`, `.long()`.",
            "올바른 값에서 소수 부분이 잘렸습니다. 정수 자료형이나 `int()`, `.long()`을 쓰지 않았나요?",
        )
    if pair.gives(np.round(pair.expected)):
        return Text(
            "Your values are the expected ones rounded to whole numbers.", "올바른 값을 정수로 반올림한 것과 같습니다."
        )
    return None


class _Precision(NamedTuple):
    """A less precise dtype: how it rounds, and how large its relative error may get over a few steps."""

    dtype: str
    round: Callable[[Array], Array]
    step: float


def lost_precision(pair: Pair) -> Text | None:
    """Name the dtype that all of the student's values fit into, if they are right as far as it goes."""
    is_double = pair.expected.dtype.kind == "f" and pair.dtype in ("float32", "float64")
    if not is_double or not pair.is_same_shape or not pair.is_varied(pair.expected):
        return None
    for precision in _PRECISIONS if pair.dtype == "float64" else _PRECISIONS[1:]:
        fits = np.array_equal(pair.actual, precision.round(pair.actual), equal_nan=True)
        expected_fits = np.array_equal(pair.expected, precision.round(pair.expected), equal_nan=True)
        error, allowed = np.abs(pair.actual - pair.expected), 4 * precision.step * np.abs(pair.expected)
        is_near = np.where(np.isfinite(pair.expected), error <= allowed, True).all()
        if fits and not expected_fits and is_near:
            return Text(
                f"Your values are right up to the precision of {precision.dtype}: a step on the way is done in it.",
                f"{precision.dtype}의 정밀도까지만 맞습니다. 중간에 {precision.dtype}으로 계산한 곳이 있습니다.",
            )
    return None


def _as_bfloat16(values: Array) -> Array:
    """Round to the nearest bfloat16, the upper half of a float32, ties to even."""
    bits = values.astype("<f4").view("<u4")
    rounded = (bits + 0x7FFF + ((bits >> 16) & 1)) & np.uint32(0xFFFF0000)
    return np.where(np.isfinite(values), rounded.view("<f4"), values).astype("f8")


_PRECISIONS = (
    _Precision("float32", lambda values: values.astype("f4").astype("f8"), 2.0**-24),
    _Precision("float16", lambda values: values.astype("f2").astype("f8"), 2.0**-11),
    _Precision("bfloat16", _as_bfloat16, 2.0**-8),
)
