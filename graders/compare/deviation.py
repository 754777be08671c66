"""How far arrays lie apart, element by element."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from torchgrade.graders.compare.arrays import Array, widened
from torchgrade.graders.compare.tolerance import Bounds

_CHUNK = 1 << 18  # elements; bounds the memory of the temporaries, whatever the size of the tensor
_TINY = 1e-300  # stands for an allowed error of 0, so that bigger errors still score higher


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """The wrong elements of a tensor: how many, and the flat index of the worst, by error relative to what is allowed.

    A NaN or an infinity on one side only is worse than any number.
    """

    wrong: int
    total: int
    worst: int


def deviation(expected: Array, actual: Array, bounds: Bounds) -> Deviation | None:
    """Return where two flat arrays of one length differ, or None. NaN equals NaN only at the same place."""
    wrong, worst, worst_score = 0, 0, -1.0
    for start in range(0, expected.size, _CHUNK):
        piece = slice(start, start + _CHUNK)
        scores = _scores(expected[piece], actual[piece], bounds)
        count = int(np.count_nonzero(scores))
        if count == 0:
            continue
        wrong += count
        top = int(np.argmax(scores))
        if float(scores[top]) > worst_score:
            worst, worst_score = start + top, float(scores[top])
    return Deviation(wrong=wrong, total=expected.size, worst=worst) if wrong else None


def is_close(expected: Array, actual: Array, bounds: Bounds) -> bool:
    """Tell whether two arrays have one shape and differ nowhere."""
    if expected.shape != actual.shape:
        return False
    # Most pairs that differ do so at once; the first elements spare a look at the rest.
    if expected.size > 256 and wrong_elements(expected.flat[:64], actual.flat[:64], bounds).any():
        return False
    return not wrong_elements(expected, actual, bounds).any()


def wrong_elements(expected: Array, actual: Array, bounds: Bounds) -> Array:
    """Return a mask of the elements that differ, for arrays of one shape."""
    return np.asarray(_scores(expected, actual, bounds) != 0)


def _scores(expected: Array, actual: Array, bounds: Bounds) -> Array:
    """Return 0 where an element is right, else its error relative to what is allowed; infinity for NaN mismatches."""
    with np.errstate(all="ignore"):
        expected, actual = widened(expected, actual)
        match expected.dtype.kind:
            case "b":
                return np.asarray(expected != actual).astype("f8")
            case "i":
                # Two big ints may differ by less than a float64 can tell.
                distance = np.abs(expected.astype("f8") - actual.astype("f8"))
                return np.where(expected != actual, np.maximum(distance, 1.0), 0.0)
            case "c":
                mismatch = _mismatch(expected.real, actual.real) | _mismatch(expected.imag, actual.imag)
                real, imag = _finite_error(expected.real, actual.real), _finite_error(expected.imag, actual.imag)
                error = np.hypot(real, imag)
                size = np.hypot(_finite(expected.real), _finite(expected.imag))
            case _:
                mismatch = _mismatch(expected, actual)
                error, size = _finite_error(expected, actual), np.abs(_finite(expected))
        allowed = bounds.atol + bounds.rtol * size
        is_right = (error <= allowed) & np.isfinite(error)
        scores = np.where(is_right, 0.0, np.maximum(error / np.maximum(allowed, _TINY), 1.0))
        return np.where(mismatch, np.inf, scores)


def _mismatch(expected: Array, actual: Array) -> Array:
    """Return where one side is NaN or infinite and the other is not the same."""
    is_odd = ~np.isfinite(expected) | ~np.isfinite(actual)
    is_same = (expected == actual) | (np.isnan(expected) & np.isnan(actual))
    return np.asarray(is_odd & ~is_same)


def _finite_error(expected: Array, actual: Array) -> Array:
    """Return the distances of finite pairs, and 0 elsewhere."""
    are_finite = np.isfinite(expected) & np.isfinite(actual)
    return np.where(are_finite, np.abs(actual - expected), 0.0)


def _finite(values: Array) -> Array:
    return np.where(np.isfinite(values), values, 0.0)
