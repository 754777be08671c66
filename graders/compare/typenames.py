"""What to tell a student whose value has the wrong type."""

from __future__ import annotations

import re

from torchgrade.graders.compare.difference import Difference, DifferenceKind, located
from torchgrade.graders.compare.show import show
from torchgrade.graders.text import Text
from torchgrade.problems.values import Raised, TensorValue, Value

_SHOWN = 160  # characters of a value inside a message


def type_name(value: object) -> str:
    """Return the name of a value's type as a student knows it."""
    match value:
        case None:
            return "None"
        case TensorValue():
            return "tensor"
        case Raised():
            return "exception"
        case _:
            return type(value).__name__


def type_difference(path: str, expected: Value, actual: Value) -> Difference:
    """Return the difference between values of two types, with the usual reason for it."""
    given, wanted = type_name(actual), type_name(expected)
    value = "" if actual is None else f" {show(actual, max_chars=_SHOWN)}"
    fact = Text(
        f"The type is wrong: yours is {given}{value}, expected is {wanted}.",
        f"자료형이 다릅니다. 제출한 값: {given}{value}, 올바른 자료형: {wanted}.",
    )
    reason = _nothing_there(path, expected) if actual is None else _reason(expected, actual)
    return located(path, DifferenceKind.TYPE, fact, reason)


# What checks call the gradient that they look at: result["gradient"], result["grads"]["x"].
_GRADIENT = re.compile("grad", re.IGNORECASE)
_NO_GRADIENT = Text(
    "No gradient arrives there: look for `.detach()`, `.data`, `.item()`, `torch.no_grad()` or a new "
    "`torch.tensor(...)` on the way.",
    "그곳까지 기울기가 전달되지 않습니다. 중간에 `.detach()`, `.data`, `.item()`, `torch.no_grad()`나 새로 만든 "
    "`torch.tensor(...)`가 있는지 보세요.",
)
_NO_RETURN = Text("Is a `return` missing?", "`return`을 빠뜨리지 않았나요?")
_NO_RETURN_OR_GRADIENT = Text(
    "Is a `return` missing? Or, where a gradient is looked at: none arrives, as after `.detach()` or `.data`.",
    "`return`을 빠뜨리지 않았나요? 기울기를 보는 검사라면 `.detach()`나 `.data` 때문에 기울기가 끊긴 것입니다.",
)


def _nothing_there(path: str, expected: Value) -> Text:
    if not isinstance(expected, TensorValue):
        return _NO_RETURN
    return _NO_GRADIENT if _GRADIENT.search(path) else _NO_RETURN_OR_GRADIENT


def _reason(expected: Value, actual: Value) -> Text | None:
    match expected, actual:
        case (TensorValue(), bool() | int() | float()):
            return Text(
                "Give the tensor itself; `.item()`, `float()` or `int()` makes a Python number of it.",
                "텐서 그대로 내야 합니다. `.item()`, `float()`, `int()`는 텐서를 파이썬 숫자로 바꿉니다.",
            )
        case (bool() | int() | float(), TensorValue()):
            return Text("`.item()` makes a Python number of it.", "`.item()`을 쓰면 파이썬 숫자가 됩니다.")
        case (TensorValue(), list() | tuple()):
            return Text(
                "Put the parts together, as `torch.stack`, `torch.cat` or `torch.tensor` does.",
                "`torch.stack`, `torch.cat`, `torch.tensor`로 하나의 텐서로 만드세요.",
            )
        case (list(), tuple()) | (tuple(), list()):
            return Text("Brackets make a list, parentheses a tuple.", "대괄호는 list, 소괄호는 tuple입니다.")
        case (bool() | int() | float(), bool() | int() | float()) if expected == actual:
            return Text(
                f"The values are equal, but {actual!r} is not the same type as {expected!r}.",
                f"값은 같지만 {actual!r}은(는) {expected!r}과(와) 자료형이 다릅니다.",
            )
        case _:
            return None
