"""Compare what a student's solution showed with what the reference showed. Types are exact and nothing is converted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from torchgrade.graders.compare.deviation import is_close
from torchgrade.graders.compare.difference import ROOT, Difference, DifferenceKind, located
from torchgrade.graders.compare.show import plain, show
from torchgrade.graders.compare.tensors import compare_tensors
from torchgrade.graders.compare.tolerance import EXACT, Tolerance
from torchgrade.graders.compare.typenames import type_difference, type_name
from torchgrade.graders.text import Text
from torchgrade.problems.values import Raised, TensorValue, Value

_SHOWN = 160  # characters of a value inside a message
_MOST_KEYS = 5


def compare(
    expected: Value,
    actual: Value,
    tolerance: Tolerance | None = None,
    *,
    inputs: Mapping[str, Value] | None = None,
) -> Difference | None:
    """Return the first difference, or None where the two are equal within the tolerance.

    Types are exact: True is not 1, 3 is not 3.0, a list is not a tuple. The order of a dict's keys does not count. NaN
    equals NaN at the same place, infinities need the same sign, and -0.0 equals 0.0. ``inputs``, the case by name, help
    to tell the student what happened. Never raises for values that the wire decoded.
    """
    return _Comparison(tolerance or Tolerance(), inputs).compare(ROOT, expected, actual)


class _Comparison:
    """Holds what stays the same on the way down."""

    def __init__(self, tolerance: Tolerance, inputs: Mapping[str, Value] | None) -> None:
        self._tolerance = tolerance
        self._inputs = inputs

    def compare(self, path: str, expected: Value, actual: Value) -> Difference | None:
        match expected, actual:
            case (Raised(), Raised()):
                return self._raised(path, expected, actual)
            case (Raised(), _) | (_, Raised()):
                return _only_one_raised(path, expected, actual)
            case _ if type(expected) is not type(actual):
                return type_difference(path, expected, actual)
            case (TensorValue(), TensorValue()):
                return compare_tensors(path, expected, actual, tolerance=self._tolerance, inputs=self._inputs)
            case (list(), list()):
                return self._sequence(path, expected, actual)
            case (tuple(), tuple()):
                return self._sequence(path, expected, actual)
            case (dict(), dict()):
                return self._dict(path, expected, actual)
            case (float(), float()):
                return self._float(path, expected, actual)
            case (str(), str()):
                return _text(path, expected, actual)
            case _:
                return None if expected == actual else _unequal(path, expected, actual)

    def _sequence(self, path: str, expected: Sequence[Value], actual: Sequence[Value]) -> Difference | None:
        items = zip(expected, actual, strict=False)
        found = (self.compare(f"{path}[{at}]", right, given) for at, (right, given) in enumerate(items))
        first = next((difference for difference in found if difference is not None), None)
        if len(expected) == len(actual):
            return first
        shared = min(len(expected), len(actual))
        agree = None
        if first is not None:
            agree = Text(f"The first difference is at {first.path}.", f"처음 다른 곳은 {first.path}입니다.")
        elif shared:
            agree = Text(f"The first {shared} agree.", f"처음 {shared}개는 맞습니다.")
        return located(
            path,
            DifferenceKind.LENGTH,
            Text(
                f"The {type_name(expected)} has {len(actual)} items but should have {len(expected)}.",
                f"{type_name(expected)}의 길이가 {len(actual)}입니다. {len(expected)}이어야 합니다.",
            ),
            agree,
        )

    def _dict(self, path: str, expected: dict[str, Value], actual: dict[str, Value]) -> Difference | None:
        missing = [key for key in expected if key not in actual]
        extra = [key for key in actual if key not in expected]
        if missing or extra:
            return located(
                path,
                DifferenceKind.KEYS,
                Text(f"Missing keys: {_keys(missing)}.", f"빠진 키: {_keys(missing)}.") if missing else None,
                Text(f"Keys too many: {_keys(extra)}.", f"더 있는 키: {_keys(extra)}.") if extra else None,
            )
        found = (self.compare(f"{path}[{_key(key)}]", expected[key], actual[key]) for key in expected)
        return next((difference for difference in found if difference is not None), None)

    def _float(self, path: str, expected: float, actual: float) -> Difference | None:
        bounds = self._tolerance.float_bounds()
        if is_close(np.array([expected]), np.array([actual]), bounds):
            return None
        with np.errstate(all="ignore"):
            error, allowed = abs(actual - expected), bounds.atol + bounds.rtol * abs(expected)
        measured = None
        if np.isfinite(error):
            exactly = bounds == EXACT
            measured = Text(
                f"It is off by {error:.3g} where " + ("no error" if exactly else f"{allowed:.3g}") + " is allowed.",
                f"오차는 {error:.3g}입니다" + ("(정확히 같아야 합니다)." if exactly else f"(허용 오차 {allowed:.3g})."),
            )
        return _unequal(path, expected, actual, measured)

    def _raised(self, path: str, expected: Raised, actual: Raised) -> Difference | None:
        if not self._is_same_error(expected, actual):
            accepted = dict.fromkeys([expected.type, *self._accepted_errors(expected)])
            names = " / ".join(plain(name, max_chars=80) for name in accepted)
            given = f"{plain(actual.type, max_chars=80)}: {plain(actual.message)}"
            return located(
                path,
                DifferenceKind.RAISED,
                Text(
                    f"Your code raised `{given}`; it should raise {names}.",
                    f"`{given}` 예외가 발생했습니다. {names} 예외가 발생해야 합니다.",
                ),
            )
        if self._tolerance.message and expected.message != actual.message:
            return _text(path, expected.message, actual.message)
        return None

    def _is_same_error(self, expected: Raised, actual: Raised) -> bool:
        names = {actual.type, *actual.bases}
        return expected.type in names or not names.isdisjoint(self._accepted_errors(expected))

    def _accepted_errors(self, expected: Raised) -> tuple[str, ...]:
        """Return the names that stand for the reference's error, if it is one of them itself."""
        accepted = self._tolerance.raises
        return () if {expected.type, *expected.bases}.isdisjoint(accepted) else accepted


def _only_one_raised(path: str, expected: Value, actual: Value) -> Difference:
    if isinstance(actual, Raised):
        given = f"{plain(actual.type, max_chars=80)}: {plain(actual.message)}"
        wanted = show(expected, max_chars=_SHOWN)
        message = Text(
            f"Your code raised `{given}`; expected is {wanted}.",
            f"`{given}` 예외가 발생했습니다. 올바른 결과: {wanted}.",
        )
    elif isinstance(expected, Raised):
        name, returned = plain(expected.type, max_chars=80), show(actual, max_chars=_SHOWN)
        message = Text(
            f"Your code should raise {name} here, but it gave {returned}.",
            f"여기서 {name} 예외가 발생해야 합니다. 제출한 결과: {returned}.",
        )
    return located(path, DifferenceKind.RAISED, message)


def _text(path: str, expected: str, actual: str) -> Difference | None:
    if expected == actual:
        return None
    if expected.strip() == actual.strip():
        why = Text("Only spaces or line ends around it differ.", "앞뒤의 공백이나 줄바꿈만 다릅니다.")
    elif expected.casefold() == actual.casefold():
        why = Text("Only upper and lower case differ.", "대문자와 소문자만 다릅니다.")
    else:
        pairs = enumerate(zip(expected, actual, strict=False))
        at = next((at for at, (right, given) in pairs if right != given), min(len(expected), len(actual)))
        why = Text(f"They differ from character {at} on.", f"{at}번째 글자(0부터 셈)부터 다릅니다.")
    return _unequal(path, expected, actual, why, kind=DifferenceKind.TEXT)


def _unequal(
    path: str,
    expected: Value,
    actual: Value,
    why: Text | None = None,
    *,
    kind: DifferenceKind = DifferenceKind.VALUES,
) -> Difference:
    wanted, given = show(expected, max_chars=_SHOWN), show(actual, max_chars=_SHOWN)
    fact = Text(f"Yours is {given}, expected is {wanted}.", f"제출한 값: {given}, 올바른 값: {wanted}.")
    return located(path, kind, fact, why)


def _keys(keys: list[str]) -> str:
    more = f" … (+{len(keys) - _MOST_KEYS})" if len(keys) > _MOST_KEYS else ""
    return ", ".join(_key(key) for key in keys[:_MOST_KEYS]) + more


def _key(key: str) -> str:
    """Return a key in double quotes, as in ``result["grads"]``."""
    return '"' + plain(key, max_chars=80).replace('"', '\\"') + '"'
