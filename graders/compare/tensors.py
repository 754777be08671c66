"""Compare two tensors and tell a student everything that differs."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from torchgrade.graders.compare.arrays import Array, flat
from torchgrade.graders.compare.causes import likely_causes
from torchgrade.graders.compare.deviation import Deviation, deviation
from torchgrade.graders.compare.difference import Difference, DifferenceKind, located
from torchgrade.graders.compare.tolerance import Bounds, Tolerance
from torchgrade.graders.text import Text
from torchgrade.problems.values import TensorValue, Value


def compare_tensors(
    path: str,
    expected: TensorValue,
    actual: TensorValue,
    *,
    tolerance: Tolerance,
    inputs: Mapping[str, Value] | None = None,
) -> Difference | None:
    """Return how two tensors differ in shape, dtype, device, requires_grad or values, or None. Nothing is broadcast."""
    found: list[tuple[DifferenceKind, Text]] = []
    if expected.shape != actual.shape:
        found.append((DifferenceKind.SHAPE, _fact("shape", str(actual.shape), str(expected.shape))))
    if expected.dtype != actual.dtype:
        found.append((DifferenceKind.DTYPE, _fact("dtype", actual.dtype, expected.dtype)))
    if _devices_differ(expected, actual, tolerance):
        found.append((DifferenceKind.DEVICE, _fact("device", actual.device, expected.device)))
    if tolerance.check_requires_grad and expected.requires_grad != actual.requires_grad:
        flags = str(actual.requires_grad), str(expected.requires_grad)
        found.append((DifferenceKind.REQUIRES_GRAD, _fact("requires_grad", *flags)))
    values = _values(expected, actual, tolerance)
    if values is not None:
        found.append((DifferenceKind.VALUES, values))
    if not found:
        return None
    kinds = [kind for kind, _ in found]
    parts = [text for _, text in found]
    if DifferenceKind.SHAPE not in kinds and DifferenceKind.VALUES not in kinds and _have_values(expected, actual):
        parts.append(Text("The values agree.", "값은 맞습니다."))
    causes = likely_causes(expected, actual, tolerance=tolerance, inputs=inputs)
    return located(path, kinds[0], *parts, *causes)


def _fact(name: str, actual: str, expected: str) -> Text:
    return Text(
        f"The {name} is {actual} but should be {expected}.",
        f"제출한 {name}: {actual}, 올바른 {name}: {expected}.",
    )


def _devices_differ(expected: TensorValue, actual: TensorValue, tolerance: Tolerance) -> bool:
    if expected.device == actual.device:
        return False
    # A meta tensor holds no values, so it may never stand in for a tensor that does.
    return tolerance.check_device or "meta" in (expected.device, actual.device)


def _have_values(expected: TensorValue, actual: TensorValue) -> bool:
    return "meta" not in (expected.device, actual.device)


def _values(expected: TensorValue, actual: TensorValue, tolerance: Tolerance) -> Text | None:
    if expected.shape != actual.shape or not _have_values(expected, actual):
        return None
    if expected.dtype == actual.dtype and expected.data == actual.data:
        return None
    bounds = tolerance.bounds_between(expected.dtype, actual.dtype)
    right, given = flat(expected), flat(actual)
    found = deviation(right, given, bounds)
    return None if found is None else _wrong_values(right, given, found, shape=expected.shape, bounds=bounds)


def _wrong_values(right: Array, given: Array, found: Deviation, *, shape: tuple[int, ...], bounds: Bounds) -> Text:
    yours, reference = given[found.worst], right[found.worst]
    error = _error(yours.item(), reference.item(), bounds=bounds)
    # str() is the shortest text for the dtype, which an f-string is not: it makes a float32 a float64 first.
    given_text, right_text = str(yours), str(reference)
    pair = Text(f"yours is {given_text}, expected is {right_text}", f"제출한 값 {given_text}, 올바른 값 {right_text}")
    if not shape:
        return Text(f"The value is wrong: {pair.en}{error.en}.", f"값이 틀렸습니다: {pair.ko}{error.ko}.")
    share = _share(found.wrong, found.total)
    index = _index(found.worst, shape)
    return Text(
        f"{found.wrong} of {found.total} values ({share}) are wrong; the worst is at {index}: {pair.en}{error.en}.",
        f"값 {found.total}개 중 {found.wrong}개({share})가 틀렸습니다. 가장 크게 틀린 곳은 {index}입니다: "
        f"{pair.ko}{error.ko}.",
    )


def _index(flat_index: int, shape: tuple[int, ...]) -> list[int]:
    index = []
    for size in reversed(shape):
        flat_index, at = divmod(flat_index, size)
        index.append(at)
    return index[::-1]


def _error(given: complex, right: complex, *, bounds: Bounds) -> Text:
    """Return the error in words; where one is NaN or infinite, or both are bools, there is nothing to measure."""
    if isinstance(given, bool) and isinstance(right, bool):
        return Text("", "")
    if isinstance(given, int) and isinstance(right, int):
        return Text(f", off by {abs(given - right)}", f", 차이 {abs(given - right)}")
    with np.errstate(all="ignore"):
        error = float(np.abs(np.complex128(given) - np.complex128(right)))
        allowed = bounds.atol + bounds.rtol * float(np.abs(np.complex128(right)))
    if not np.isfinite(error):
        return Text("", "")
    if allowed == 0:
        return Text(f", off by {error:.3g} where no error is allowed", f", 오차 {error:.3g}(정확히 같아야 합니다)")
    return Text(f", off by {error:.3g} where {allowed:.3g} is allowed", f", 오차 {error:.3g}(허용 오차 {allowed:.3g})")


def _share(wrong: int, total: int) -> str:
    """Return a percentage that is 100 % only when all are wrong, and never 0 %."""
    if wrong == total:
        return "100 %"
    percent = min(99, round(100 * wrong / total))
    return f"{percent} %" if percent else "under 1 %"
