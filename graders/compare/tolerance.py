"""How far two values may lie apart and still count as equal."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import NamedTuple


class Bounds(NamedTuple):
    """The allowed error is ``atol + rtol * |expected|``."""

    rtol: float
    atol: float


EXACT = Bounds(0.0, 0.0)

_DEFAULTS: dict[str, Bounds] = {
    "float16": Bounds(1e-3, 1e-3),
    "bfloat16": Bounds(1.6e-2, 1.6e-2),
    "float32": Bounds(1e-5, 1e-5),
    "float64": Bounds(1e-9, 1e-9),
    "complex64": Bounds(1e-5, 1e-5),
    "complex128": Bounds(1e-9, 1e-9),
}

# A Python float mostly comes from `.item()` of a float32 tensor, so its relative error is float32's. It may as well be
# a learning rate, where 1e-6 and 2e-6 must differ, so its absolute error is much smaller.
_PYTHON_FLOAT = Bounds(1e-5, 1e-8)

# Between a GPU and a CPU, which add up in different orders: products of matrices, convolutions, softmax.
_SUMS_RTOL = _SUMS_ATOL = 1e-4
_SUMMED_DTYPES = ("float32", "complex64")


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What a check accepts as equal.

    - ``rtol``, ``atol``: each, where None, follows the dtype: float16 1e-3, bfloat16 1.6e-2, float32 1e-5,
      float64 1e-9, complex like its parts; for a Python float rtol is 1e-5 and atol 1e-8. They never loosen int,
      bool or text, which are always exact.
    - ``exact``: floats must be equal too, as after pure movement of data.
    - ``raises``: names of exception types that count as the same error.
    - ``check_device``, ``check_requires_grad``: whether these facts of a tensor are compared.
    - ``message``: whether the text of an exception is compared.
    - ``sums``: whether float32 may differ as long sums on a GPU and on a CPU do: 1e-4 where the default is 1e-5.

    Raises ValueError for a negative or non-finite tolerance and for ``exact`` together with one.
    """

    rtol: float | None = None
    atol: float | None = None
    exact: bool = False
    raises: tuple[str, ...] = ()
    check_device: bool = True
    check_requires_grad: bool = False
    message: bool = False
    sums: bool = False

    def __post_init__(self) -> None:
        """Refuse settings that cannot be meant."""
        for name, bound in (("rtol", self.rtol), ("atol", self.atol)):
            if bound is None:
                continue
            if self.exact:
                raise ValueError(f"exact=True leaves no room for {name}={bound!r}; give one of them")
            if not math.isfinite(bound) or bound < 0:
                raise ValueError(f"{name} is {bound!r}; it must be a finite number that is not negative")
        if isinstance(self.raises, str):
            raise ValueError(f"raises is the text {self.raises!r}; it must be a tuple of names, ({self.raises!r},)")

    def bounds(self, dtype: str) -> Bounds:
        """Return what is allowed for a tensor's dtype."""
        default = _DEFAULTS.get(dtype)
        if default is None:
            return EXACT
        return self._filled(Bounds(_SUMS_RTOL, _SUMS_ATOL) if self.sums and dtype in _SUMMED_DTYPES else default)

    def bounds_between(self, first: str, second: str) -> Bounds:
        """Return what is allowed between two dtypes: what the less precise one is allowed."""
        return max(self.bounds(first), self.bounds(second))

    def float_bounds(self) -> Bounds:
        """Return what is allowed for a Python float."""
        return self._filled(_PYTHON_FLOAT._replace(rtol=_SUMS_RTOL) if self.sums else _PYTHON_FLOAT)

    def on_gpu(self, *, sums: bool) -> Tolerance:
        """Return what a GPU's answer is allowed against a CPU's reference.

        Not even arithmetic without sums is the same bit for bit, since a GPU rounds a product and a sum once where a
        CPU rounds twice. So ``exact`` allows the dtype's default there; whole numbers stay exact.
        """
        return replace(self, exact=False, sums=sums)

    def _filled(self, default: Bounds) -> Bounds:
        if self.exact:
            return EXACT
        return Bounds(
            default.rtol if self.rtol is None else self.rtol,
            default.atol if self.atol is None else self.atol,
        )
