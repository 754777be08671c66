"""Plain values that cross the wall: the closed set that cases and evidence are made of.

Standard library only, because the worker that runs inside the sandbox imports this module too.
"""

from __future__ import annotations

from dataclasses import dataclass

# name -> bytes per element; the order is the wire's dtype code, so append only.
DTYPE_BYTES: dict[str, int] = {
    "bool": 1,
    "uint8": 1,
    "int8": 1,
    "int16": 2,
    "int32": 4,
    "int64": 8,
    "float16": 2,
    "bfloat16": 2,
    "float32": 4,
    "float64": 8,
    "complex64": 8,
    "complex128": 16,
}
DTYPES: tuple[str, ...] = tuple(DTYPE_BYTES)

# How a case's tensor lies in memory when the worker rebuilds it. Evidence is always contiguous.
LAYOUTS: tuple[str, ...] = ("contiguous", "transposed", "strided", "offset", "expanded")

DEVICES: tuple[str, ...] = ("cpu", "cuda", "meta")


@dataclass(frozen=True, slots=True)
class TensorValue:
    """A tensor as facts and bytes: dtype name, shape, device type, and row-major little-endian data."""

    dtype: str
    shape: tuple[int, ...]
    data: bytes
    device: str = "cpu"
    requires_grad: bool = False
    layout: str = "contiguous"

    def numel(self) -> int:
        """Return the number of elements."""
        count = 1
        for size in self.shape:
            count *= size
        return count


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception as evidence: its type's name, its message, and the names of its base classes."""

    type: str
    message: str
    bases: tuple[str, ...] = ()


Value = (
    None | bool | int | float | str | list["Value"] | tuple["Value", ...] | dict[str, "Value"] | TensorValue | Raised
)
