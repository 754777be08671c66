"""Causes that leave the numbers as they are and put them into other places."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import numpy as np

from torchgrade.graders.compare.arrays import Array
from torchgrade.graders.compare.deviation import is_close, wrong_elements
from torchgrade.graders.compare.pair import Pair
from torchgrade.graders.text import Text

_MOST_PERMUTED_DIMS = 4  # above, only swaps of two dimensions are tried
_MOST_SHIFTS = 8  # per dimension
_LEAST_SHIFTED = 4  # values; fewer are in such an order too often by chance


def _unit_dims(pair: Pair) -> Text | None:
    """Find dimensions of size 1 too many, too few or elsewhere."""
    right, given = pair.expected.shape, pair.actual.shape
    if right == given or [size for size in right if size != 1] != [size for size in given if size != 1]:
        return None
    if not pair.gives(pair.expected.reshape(given)):
        return None
    if len(given) > len(right):
        return Text(
            "The values are right, but there is a dimension of size 1 too many: `squeeze(dim)` removes one, and so "
            "does `keepdim=False`.",
            "값은 맞지만 크기가 1인 차원이 더 있습니다. `squeeze(dim)`이나 `keepdim=False`로 없앨 수 있습니다.",
        )
    if len(given) < len(right):
        return Text(
            "The values are right, but a dimension of size 1 is missing. A `squeeze()` without a dim drops all of "
            "them: name the dim. After a sum or max, `keepdim=True` keeps it; `unsqueeze(dim)` puts it in.",
            "값은 맞지만 크기가 1인 차원이 빠졌습니다. dim을 지정하지 않은 `squeeze()`는 크기가 1인 차원을 "
            "모두 없애니 dim을 지정하세요. sum이나 max라면 `keepdim=True`로 남기고, "
            "아니면 `unsqueeze(dim)`으로 넣으세요.",
        )
    return Text(
        "The values are right, but the dimension of size 1 is in the wrong place.",
        "값은 맞지만 크기가 1인 차원의 자리가 다릅니다.",
    )


def _broadcast(pair: Pair) -> Text | None:
    """Find a result that is the expected one repeated, or only one of its repeated parts."""
    if pair.actual.size > pair.expected.size and pair.is_varied(pair.expected):
        for source in _with_a_unit_dim(pair.expected):
            if _broadcasts(source, pair.actual.shape) and pair.gives(np.broadcast_to(source, pair.actual.shape)):
                return Text(
                    "This is the expected result repeated: broadcasting made it bigger, so check the shapes that you "
                    "combine.",
                    "올바른 결과가 반복되어 있습니다. 브로드캐스팅으로 커졌으니, 함께 계산하는 텐서들의 shape을 "
                    "확인하세요.",
                )
    if pair.actual.size < pair.expected.size and pair.is_varied(pair.actual):
        for source in _with_a_unit_dim(pair.actual):
            if _broadcasts(source, pair.expected.shape) and is_close(
                pair.expected, np.broadcast_to(source, pair.expected.shape), pair.bounds
            ):
                return Text(
                    "The values are right but should be repeated to the full shape, as `expand` or broadcasting does.",
                    "값은 맞지만 전체 shape으로 반복되어야 합니다. `expand`나 브로드캐스팅을 쓰세요.",
                )
    return None


def _with_a_unit_dim(values: Array) -> Iterator[Array]:
    yield values
    for dim in range(1, values.ndim + 1):
        yield np.expand_dims(values, dim)


def _broadcasts(values: Array, shape: tuple[int, ...]) -> bool:
    if values.ndim > len(shape):
        return False
    tail = shape[len(shape) - values.ndim :]
    return all(size in (1, wanted) for size, wanted in zip(values.shape, tail, strict=True))


def _permuted(pair: Pair) -> Text | None:
    """Find the dimensions in another order."""
    if pair.expected.ndim != pair.actual.ndim or not pair.is_varied(pair.expected):
        return None
    for order in _orders(pair.expected.ndim):
        if not pair.gives(pair.expected.transpose(order)):
            continue
        moved = [dim for dim, source in enumerate(order) if dim != source]
        if len(moved) == 2:
            first, second = moved
            return Text(
                f"This is exactly the expected tensor transposed: dimensions {first} and {second} are swapped.",
                f"올바른 텐서가 전치되어 있습니다. {first}번 차원과 {second}번 차원이 서로 바뀌었습니다.",
            )
        return Text(
            f"This is exactly the expected tensor with its dimensions in the order {order}, as after `permute{order}`.",
            f"올바른 텐서의 차원 순서가 바뀌어 있습니다. `permute{order}`을 한 것과 같습니다.",
        )
    return None


def _orders(ndim: int) -> Iterator[tuple[int, ...]]:
    """Yield the orders of dimensions to try, swaps of two first, without the order as it is."""
    plain = tuple(range(ndim))
    for first, second in itertools.combinations(plain, 2):
        order = list(plain)
        order[first], order[second] = second, first
        yield tuple(order)
    if ndim <= _MOST_PERMUTED_DIMS:
        for order_ in itertools.permutations(plain):
            if sum(dim != source for dim, source in enumerate(order_)) > 2:
                yield order_


def _flipped(pair: Pair) -> Text | None:
    if not pair.is_same_shape or not pair.is_varied(pair.expected):
        return None
    for dim in range(pair.expected.ndim):
        if pair.gives(np.flip(pair.expected, dim)):
            return Text(
                f"This is exactly the expected tensor in reverse order along dimension {dim}.",
                f"올바른 텐서가 {dim}번 차원을 따라 거꾸로 놓여 있습니다.",
            )
    return None


def _shifted(pair: Pair) -> Text | None:
    """Find a shift along one dimension that comes back in at the other end."""
    if pair.expected.size < _LEAST_SHIFTED or not pair.is_same_shape or not pair.is_varied(pair.expected):
        return None
    for dim, size in enumerate(pair.expected.shape):
        for steps in _possible_shifts(pair, dim):
            if pair.gives(np.roll(pair.expected, steps, dim)):
                signed = steps if 2 * steps <= size else steps - size
                return Text(
                    f"This is exactly the expected tensor shifted by {signed} along dimension {dim}, as "
                    f"`roll({signed}, {dim})` does: check where your indices start.",
                    f"올바른 텐서가 {dim}번 차원을 따라 {signed}칸 밀려 있습니다(`roll({signed}, {dim})`과 같습니다). "
                    "인덱스가 어디서 시작하는지 확인하세요.",
                )
    return None


def _possible_shifts(pair: Pair, dim: int) -> list[int]:
    """Return the shifts that bring a right slice to the first place."""
    right, given = np.moveaxis(pair.expected, dim, 0), np.moveaxis(pair.actual, dim, 0)
    size = right.shape[0]
    if size < 2:
        return []
    is_wrong = wrong_elements(right, np.broadcast_to(given[0], right.shape), pair.bounds).reshape(size, -1).any(axis=1)
    return [size - int(at) for at in np.flatnonzero(~is_wrong) if at][:_MOST_SHIFTS]


def _off_by_one_row(pair: Pair) -> Text | None:
    """Find one item too few or too many along one dimension."""
    right, given = pair.expected.shape, pair.actual.shape
    if len(right) != len(given):
        return None
    unequal = [dim for dim in range(len(right)) if right[dim] != given[dim]]
    if len(unequal) != 1 or abs(right[unequal[0]] - given[unequal[0]]) != 1:
        return None
    dim = unequal[0]
    is_dropped = given[dim] < right[dim]
    longer, shorter = (pair.expected, pair.actual) if is_dropped else (pair.actual, pair.expected)
    if not pair.is_varied(shorter):
        return None
    at = _missing_place(np.moveaxis(longer, dim, 0), np.moveaxis(shorter, dim, 0), pair)
    if not is_close(np.delete(longer, at, dim), shorter, pair.bounds):
        return None
    if is_dropped:
        return Text(
            f"The rest is right, but item {at} along dimension {dim} is missing: check where your range ends.",
            f"나머지는 맞지만 {dim}번 차원의 {at}번째 항목(0부터 셈)이 빠졌습니다. 범위의 처음과 끝을 확인하세요.",
        )
    return Text(
        f"The rest is right, but item {at} along dimension {dim} is one too many: check where your range ends.",
        f"나머지는 맞지만 {dim}번 차원의 {at}번째 항목(0부터 셈)이 더 있습니다. 범위의 처음과 끝을 확인하세요.",
    )


def _missing_place(longer: Array, shorter: Array, pair: Pair) -> int:
    """Return the first place at which the longer one has something else; its end if there is none."""
    is_wrong = wrong_elements(longer[:-1], shorter, pair.bounds).reshape(len(shorter), -1).any(axis=1)
    places = np.flatnonzero(is_wrong)
    return int(places[0]) if places.size else len(shorter)


def _reshaped(pair: Pair) -> Text | None:
    """Find a reshape where dimensions should have moved, or the other way round."""
    right, given = pair.expected, pair.actual
    if right.size != given.size or not pair.is_varied(right):
        return None
    if is_close(right.ravel(), given.ravel(), pair.bounds):
        return Text(
            "The values are right and in the right order, but reshaped to another shape.",
            "값과 순서는 맞지만 다른 shape으로 바뀌어 있습니다.",
        )
    if any(is_close(right.transpose(order).ravel(), given.ravel(), pair.bounds) for order in _orders(right.ndim)):
        return Text(
            "The right values are there, scrambled by `reshape` or `view` where dimensions should move: use "
            "`permute` or `transpose`.",
            "값은 다 있지만 `reshape`이나 `view` 때문에 뒤섞였습니다. 차원의 자리를 바꾸려면 `permute`나 "
            "`transpose`를 쓰세요.",
        )
    if any(is_close(right.ravel(), given.transpose(order).ravel(), pair.bounds) for order in _orders(given.ndim)):
        return Text(
            "The right values are there, but dimensions moved where a plain `reshape` is asked.",
            "값은 다 있지만 `reshape`만 하면 되는 곳에서 차원의 자리가 바뀌었습니다.",
        )
    return None


def _reordered(pair: Pair) -> Text | None:
    """Find the same values in an order that nothing above explains."""
    if pair.expected.size != pair.actual.size or not pair.is_varied(pair.expected):
        return None
    # Two one-hot tensors always hold the same values; that says nothing.
    if np.unique(pair.expected).size < max(3, pair.expected.size / 2):
        return None
    if not is_close(np.sort(pair.expected, axis=None), np.sort(pair.actual, axis=None), pair.bounds):
        return None
    return Text("The right values are all there, but in another order.", "값은 모두 있지만 순서가 다릅니다.")


CAUSES: tuple[Callable[[Pair], Text | None], ...] = (
    _unit_dims,
    _permuted,
    _broadcast,
    _flipped,
    _shifted,
    _off_by_one_row,
    _reshaped,
    _reordered,
)
