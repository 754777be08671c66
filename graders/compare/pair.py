"""The two tensors that a cause is looked for in, ready to calculate with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from torchgrade.graders.compare.arrays import Array
from torchgrade.graders.compare.deviation import is_close
from torchgrade.graders.compare.tolerance import Bounds

_EXACTLY_HELD = 2**53  # a float64 holds every int up to here


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two arrays widened to one dtype, with what is allowed between them.

    ``sizes`` are the numbers of elements that a sum or mean may have run over: of every dimension, and of every run of
    neighbouring dimensions, of the expected tensor and of the inputs.
    """

    expected: Array
    actual: Array
    bounds: Bounds
    dtype: str
    sizes: tuple[int, ...] = ()

    @property
    def is_same_shape(self) -> bool:
        """Tell whether the shapes are equal."""
        return self.expected.shape == self.actual.shape

    def gives(self, candidate: Array) -> bool:
        """Tell whether a transformed expectation is the whole of what the student gave."""
        return is_close(candidate, self.actual, self.bounds)

    def is_varied(self, values: Array) -> bool:
        """Tell whether there are at least two values that differ by clearly more than the tolerance."""
        if values.dtype.kind == "c":
            return self.is_varied(values.real) or self.is_varied(values.imag)
        there = values[np.isfinite(values)]
        if there.size < 2:
            return False
        low, high = there.min(), there.max()
        if values.dtype.kind in "bi":
            return bool(low != high)
        allowed = self.bounds.atol + self.bounds.rtol * max(abs(float(low)), abs(float(high)))
        return float(high) - float(low) > 4 * allowed

    def as_numbers(self) -> Pair | None:
        """Return the pair in floating point for arithmetic, or None where that would lose something."""
        kind = self.expected.dtype.kind
        if kind == "b" or not self.is_same_shape or self.expected.size < 2:
            return None
        if kind != "i":
            return self
        if max(_largest(self.expected), _largest(self.actual)) > _EXACTLY_HELD:
            return None
        return Pair(
            expected=self.expected.astype("f8"),
            actual=self.actual.astype("f8"),
            bounds=Bounds(1e-12, 1e-12),
            dtype=self.dtype,
            sizes=self.sizes,
        )


def _largest(values: Array) -> int:
    return max(abs(int(values.min())), abs(int(values.max())))
