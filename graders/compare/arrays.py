"""Tensors as numpy arrays, because the trusted side never imports torch."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from torchgrade.problems.values import DTYPE_BYTES, TensorValue

Array = npt.NDArray[Any]

# bfloat16 is not here: numpy has none. bool is read as bytes, because a hostile byte may be neither 0 nor 1.
_NUMPY_DTYPES: dict[str, str] = {
    "uint8": "<u1",
    "int8": "<i1",
    "int16": "<i2",
    "int32": "<i4",
    "int64": "<i8",
    "float16": "<f2",
    "float32": "<f4",
    "float64": "<f8",
    "complex64": "<c8",
    "complex128": "<c16",
}


def array(value: TensorValue) -> Array:
    """Return the tensor's values, read-only and in its shape, without a copy where numpy has the dtype.

    bfloat16 comes back as float32, which holds all of its values. Raises ValueError for a tensor on the meta device,
    for bytes that do not fill the shape, and for a shape beyond numpy's limits.
    """
    return flat(value).reshape(value.shape)


def flat(value: TensorValue) -> Array:
    """Return the tensor's values in row-major order as one read-only dimension; raises ValueError as ``array``."""
    if value.device == "meta":
        raise ValueError("a tensor on the meta device holds no values")
    if len(value.data) != value.numel() * DTYPE_BYTES[value.dtype]:
        raise ValueError(f"{len(value.data)} bytes do not fill a {value.dtype} tensor of shape {value.shape}")
    values: Array
    match value.dtype:
        case "bool":
            values = np.frombuffer(value.data, "<u1") != 0
        case "bfloat16":
            # A bfloat16 is the upper half of a float32.
            values = (np.frombuffer(value.data, "<u2").astype("<u4") << 16).view("<f4")
        case dtype:
            values = np.frombuffer(value.data, _NUMPY_DTYPES[dtype])
    values.setflags(write=False)
    return values


def widened(first: Array, second: Array) -> tuple[Array, Array]:
    """Return both arrays in the widest dtype of their common kind: bool, int64, float64 or complex128."""
    kinds = {first.dtype.kind, second.dtype.kind}
    if "c" in kinds:
        wide = "c16"
    elif "f" in kinds:
        wide = "f8"
    elif kinds == {"b"}:
        wide = "?"
    else:
        wide = "i8"
    return first.astype(wide, copy=False), second.astype(wide, copy=False)
