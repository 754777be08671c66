"""Causes that keep every number in its place and change it by one formula."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from torchgrade.graders.compare.arrays import Array
from torchgrade.graders.compare.causes_rounding import lost_precision, made_whole
from torchgrade.graders.compare.deviation import is_close, wrong_elements
from torchgrade.graders.compare.pair import Pair
from torchgrade.graders.text import Text


class _Factor(NamedTuple):
    """A factor that is known by name, and how it comes about."""

    value: float
    text: Text


def _negated(pair: Pair) -> Text | None:
    if pair.expected.dtype.kind != "b" or not pair.is_same_shape or not pair.is_varied(pair.expected):
        return None
    if not pair.gives(~pair.expected):
        return None
    return Text("Every value is the opposite of the expected one.", "참과 거짓이 모두 반대입니다.")


def _scaled(pair: Pair) -> Text | None:
    """Find one factor between all values."""
    numbers = pair.as_numbers()
    if numbers is None or not numbers.is_varied(numbers.expected) or not numbers.is_varied(numbers.actual):
        return None
    factor = _ratio(numbers)
    # Any two numbers have some ratio: one with a name needs two pairs of them, one without a name three.
    values = np.count_nonzero(numbers.expected)
    if factor is None or values < 2:
        return None
    for known in _known_factors(pair.sizes):
        if abs(factor / known.value - 1) < 0.01 and numbers.gives(numbers.expected * known.value):
            return known.text
    if values < 3 or not numbers.gives(numbers.expected * factor):
        return None
    return Text(
        f"Every value is {factor:.6g} times the expected one: a factor is missing or too many.",
        f"모든 값이 올바른 값의 {factor:.6g}배입니다. 빠졌거나 더 곱한 수가 있습니다.",
    )


def _ratio(pair: Pair) -> float | None:
    """Return the ratio at the largest expected value, if it is a usable number."""
    sizes = np.where(np.isfinite(pair.expected), np.abs(pair.expected), -1.0)
    at = int(np.argmax(sizes))
    right, given = pair.expected.flat[at], pair.actual.flat[at]
    if sizes.flat[at] <= 0:
        return None
    ratio = complex(given / right)
    if not (math.isfinite(ratio.real) and math.isfinite(ratio.imag)) or ratio.real == 0:
        return None
    return ratio.real if abs(ratio.imag) <= 1e-4 * abs(ratio.real) else None


def _known_factors(sizes: tuple[int, ...]) -> Iterator[_Factor]:
    yield _Factor(-1.0, Text("Every value has the wrong sign.", "모든 값의 부호가 반대입니다."))
    yield _Factor(2.0, Text("Every value is twice the expected one.", "모든 값이 올바른 값의 2배입니다."))
    yield _Factor(0.5, Text("Every value is half the expected one.", "모든 값이 올바른 값의 절반입니다."))
    for size in sizes:
        yield _Factor(
            1 / size,
            Text(
                f"Every value is 1/{size} of the expected one, and {size} is a size here: is it a mean where a sum is "
                "asked?",
                f"모든 값이 올바른 값의 1/{size}이고 {size}은(는) 차원의 크기입니다. 합 대신 평균을 구하지 않았나요?",
            ),
        )
        yield _Factor(
            float(size),
            Text(
                f"Every value is {size} times the expected one, and {size} is a size here: is it a sum where a mean is "
                "asked?",
                f"모든 값이 올바른 값의 {size}배이고 {size}은(는) 차원의 크기입니다. 평균 대신 합을 구하지 않았나요?",
            ),
        )
    for size in sizes:
        yield _Factor(
            math.sqrt(size),
            Text(
                f"Every value is sqrt({size}) times the expected one: is a division by sqrt({size}) missing?",
                f"모든 값이 올바른 값의 sqrt({size})배입니다. sqrt({size})로 나누는 것을 빠뜨리지 않았나요?",
            ),
        )
        yield _Factor(
            1 / math.sqrt(size),
            Text(
                f"Every value is 1/sqrt({size}) of the expected one: is there one division by sqrt({size}) too many?",
                f"모든 값이 올바른 값의 1/sqrt({size})입니다. sqrt({size})로 한 번 더 나누지 않았나요?",
            ),
        )
    for size in sizes:
        bessel = size / (size - 1)
        for factor in (bessel, 1 / bessel, math.sqrt(bessel), 1 / math.sqrt(bessel)):
            yield _Factor(
                factor,
                Text(
                    f"Variance or deviation: one divides by {size} and the other by {size - 1}; see `correction=` (or "
                    "`unbiased=`).",
                    f"분산이나 표준편차를 하나는 {size}(으)로, 다른 하나는 {size - 1}(으)로 나누었습니다. "
                    "`correction=`(또는 `unbiased=`)을 보세요.",
                ),
            )


def _moved(pair: Pair) -> Text | None:
    """Find one number that was added to all values."""
    numbers = pair.as_numbers()
    if numbers is None or not numbers.is_varied(numbers.expected) or not numbers.is_varied(numbers.actual):
        return None
    finite = np.flatnonzero(np.isfinite(numbers.expected) & np.isfinite(numbers.actual))
    if finite.size < 3:
        return None
    offsets = (numbers.actual - numbers.expected).flat[finite]
    offset = offsets[int(np.argmin(np.abs(numbers.expected.flat[finite])))]
    # A small offset "explains" values that are right, too.
    if (
        not numbers.gives(numbers.expected + offset)
        or not wrong_elements(numbers.expected.flat[finite], numbers.actual.flat[finite], numbers.bounds).all()
    ):
        return None
    return Text(
        f"Every value is off by the same amount, {offset:+.6g}: a number is added or left out.",
        f"모든 값이 똑같이 {offset:+.6g}만큼 다릅니다. 어떤 수를 더 더했거나 빠뜨렸습니다.",
    )


class _Function(NamedTuple):
    """A function which, done to the expected values, gives the student's."""

    apply: Callable[[Array], Array]
    text: Text


_FUNCTIONS: tuple[_Function, ...] = (
    _Function(
        np.square,
        Text("Your values are the squares of the expected ones: is a square root missing?",
             "올바른 값의 제곱입니다. 제곱근을 빠뜨리지 않았나요?"),
    ),
    _Function(
        np.sqrt,
        Text("Your values are the square roots of the expected ones: is a square missing?",
             "올바른 값의 제곱근입니다. 제곱을 빠뜨리지 않았나요?"),
    ),
    _Function(
        np.exp,
        Text("Your values are `exp` of the expected ones: is a `log` missing?",
             "올바른 값에 `exp`를 한 것과 같습니다. `log`를 빠뜨리지 않았나요?"),
    ),
    _Function(
        np.log,
        Text("Your values are the `log` of the expected ones: is an `exp` missing?",
             "올바른 값에 `log`를 한 것과 같습니다. `exp`를 빠뜨리지 않았나요?"),
    ),
    _Function(
        np.reciprocal,
        Text("Your values are 1 divided by the expected ones: is a division the wrong way round?",
             "올바른 값의 역수입니다. 나눗셈의 앞뒤가 바뀌지 않았나요?"),
    ),
)  # fmt: skip
_REAL_FUNCTIONS: tuple[_Function, ...] = (
    _Function(
        np.abs,
        Text("Your values are the expected ones without their signs.", "올바른 값에서 부호가 사라졌습니다."),
    ),
    _Function(
        lambda values: np.maximum(values, 0),
        Text("Your values are right, except that negative ones became 0.", "음수만 0으로 바뀌었고 나머지는 맞습니다."),
    ),
)
_COMPLEX_FUNCTIONS: tuple[_Function, ...] = (
    _Function(
        np.conj,
        Text("Your values are the conjugates of the expected ones.", "올바른 값의 켤레복소수입니다."),
    ),
)


def _function_of(pair: Pair) -> Text | None:
    """Find a function that was forgotten or done once too often."""
    numbers = pair.as_numbers()
    if numbers is None or not numbers.is_varied(numbers.expected) or not numbers.is_varied(numbers.actual):
        return None
    more = _COMPLEX_FUNCTIONS if numbers.expected.dtype.kind == "c" else _REAL_FUNCTIONS
    return next((each.text for each in (*_FUNCTIONS, *more) if numbers.gives(each.apply(numbers.expected))), None)


class _Measure(NamedTuple):
    """What a normalised slice adds up to 1 in."""

    name: str
    apply: Callable[[Array], Array]


_MEASURES = (
    _Measure("sum", lambda values: values),
    _Measure("sum of exp", np.exp),
    _Measure("sum of squares", np.square),
)


def _wrong_dim(pair: Pair) -> Text | None:
    """Find values normalised along another dimension: there they add up to 1, and here they should."""
    if not pair.is_same_shape or pair.expected.dtype.kind != "f" or not pair.is_varied(pair.expected):
        return None
    for measure in _MEASURES:
        right, given = measure.apply(pair.expected), measure.apply(pair.actual)
        if (right < 0).any() or (given < 0).any():
            continue
        dims = [dim for dim, size in enumerate(pair.expected.shape) if size > 1]
        wanted = [dim for dim in dims if _adds_up(right, dim, pair) and not _adds_up(given, dim, pair)]
        found = [dim for dim in dims if _adds_up(given, dim, pair) and not _adds_up(right, dim, pair)]
        if len(wanted) != 1:
            continue
        if len(found) == 1:
            return Text(
                f"The {measure.name} is 1 along dimension {found[0]} but should be 1 along dimension {wanted[0]}: the "
                "wrong `dim`.",
                f"{measure.name}이 1이 되는 방향이 {found[0]}번 차원입니다. {wanted[0]}번 차원이어야 합니다. "
                "`dim`을 확인하세요.",
            )
        if _adds_up(given, None, pair) and len(dims) > 1:
            return Text(
                f"The {measure.name} is 1 over the whole tensor but should be 1 along dimension {wanted[0]}: is `dim` "
                "missing?",
                f"{measure.name}이 텐서 전체에서 1입니다. {wanted[0]}번 차원을 따라 1이어야 합니다. `dim`을 "
                "빠뜨리지 않았나요?",
            )
    return None


def _adds_up(values: Array, dim: int | None, pair: Pair) -> bool:
    sums = np.asarray(values.sum(axis=dim))
    return is_close(np.ones_like(sums), sums, pair.bounds._replace(atol=max(pair.bounds.atol, 1e-6)))


CAUSES: tuple[Callable[[Pair], Text | None], ...] = (
    _negated,
    _scaled,
    _moved,
    _function_of,
    _wrong_dim,
    made_whole,
    lost_precision,
)
