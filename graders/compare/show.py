"""Values as text for people. Everything shown is untrusted, so no control or direction character survives."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from torchgrade.graders.compare.arrays import flat
from torchgrade.graders.compare.numbers import (
    USUAL_DIGITS,
    formatter,
    layout,
    needs_summary,
    shown_positions,
    with_facts,
)
from torchgrade.problems.values import Raised, TensorValue, Value

_USUAL_DTYPES = ("float32", "int64", "bool", "complex64")
_MOST_ITEMS = 100  # of a list, tuple or dict
_MOST_DIMS = 12
_MORE_DIGITS = (8, 16)
_MOST_NODES = 1000  # of a whole value; far beyond what fits into the text
_MOST_BITS = 4000  # Python refuses to write much longer ints

_LAYOUTS = {
    "transposed": "not contiguous: a transposed view",
    "strided": "not contiguous: every second element of a bigger tensor",
    "offset": "a view that starts inside a bigger tensor",
    "expanded": "not contiguous: made by expand(), so elements share memory",
}


def show(value: Value, *, max_chars: int = 600, digits: int = USUAL_DIGITS) -> str:
    """Return a value as PyTorch and Python would print it, printable and cut to ``max_chars`` plus a note of the cut.

    Tensors of more than 64 elements show their edges and their size; long lists say how many items are left out.
    """
    room = _Room(max_chars, digits)
    text = "".join(_pieces(value, room))
    if len(text) <= max_chars:
        return text
    return f"{text[:max_chars]}… ({len(text) - max_chars + room.characters_left_out} characters more)"


def show_both(expected: Value, actual: Value) -> tuple[str, str]:
    """Return two values as text, with as many digits as it takes to tell them apart where they can be told apart."""
    for digits in (USUAL_DIGITS, *_MORE_DIGITS):
        texts = show(expected, digits=digits), show(actual, digits=digits)
        if texts[0] != texts[1]:
            return texts
    return show(expected), show(actual)  # what differs is not shown, such as memory or the middle of a big tensor


def show_case(case: Mapping[str, Value], *, max_chars: int = 600) -> str:
    """Return a case as one assignment a name, with a comment where a tensor does not lie plainly in memory."""
    lines = []
    for name, value in case.items():
        start = f"{plain(name, max_chars=80)} = "
        lines += [f"# {note}" for note in _layout_notes(plain(name, max_chars=80), value)]
        # Later lines of a tensor move right with its first.
        lines.append(start + show(value, max_chars=max_chars).replace("\n", "\n" + " " * len(start)))
    return "\n".join(lines)


def plain(text: str, *, max_chars: int = 200) -> str:
    """Return untrusted text without quotes, on one line, every character that is not printable escaped, and cut."""
    # Cutting first bounds the work; an escape makes text longer, never shorter.
    head = text[: max_chars + 1]
    if not head.isprintable():
        head = "".join(char if char.isprintable() else repr(char)[1:-1] for char in head)
    if len(head) <= max_chars:
        return head
    return f"{head[:max_chars]}… ({max(len(text), len(head)) - max_chars} characters more)"


class _Room:
    """Counts what is rendered, so that a huge value costs no more than a big one."""

    def __init__(self, max_chars: int, digits: int) -> None:
        self.digits = digits
        self._max_chars = max_chars
        self._nodes_left = _MOST_NODES
        self.characters_left_out = 0

    def take(self) -> bool:
        """Take one value; tell whether there was room for it."""
        self._nodes_left -= 1
        return self._nodes_left >= 0

    def quoted(self, text: str) -> str:
        """Return text in quotes. What cannot fit anyway is only counted."""
        self.characters_left_out += max(0, len(text) - self._max_chars)
        return repr(text[: self._max_chars])


def _pieces(value: Value, room: _Room) -> Iterator[str]:
    if not room.take():
        yield "…"
        return
    match value:
        case TensorValue():
            yield _tensor(value, room.digits)
        case Raised():
            yield f"raised {plain(value.type, max_chars=80)}({room.quoted(value.message)})"
        case str():
            yield room.quoted(value)
        case bool() | None | float():
            yield repr(value)
        case int():
            yield repr(value) if value.bit_length() <= _MOST_BITS else f"<an int of {value.bit_length()} bits>"
        case list():
            yield from _items("[", (_pieces(item, room) for item in value), "]", len(value))
        case tuple():
            end = ",)" if len(value) == 1 else ")"
            yield from _items("(", (_pieces(item, room) for item in value), end, len(value))
        case dict():
            yield from _items("{", (_entry(key, value[key], room) for key in value), "}", len(value))


def _entry(key: str, value: Value, room: _Room) -> Iterator[str]:
    yield room.quoted(key) + ": "
    yield from _pieces(value, room)


def _items(start: str, items: Iterable[Iterator[str]], end: str, count: int) -> Iterator[str]:
    yield start
    for number, item in enumerate(items):
        if number == _MOST_ITEMS:
            yield f", … ({count - number} items more)"
            break
        if number:
            yield ", "
        yield from item
    yield end


def _tensor(value: TensorValue, digits: int) -> str:
    if value.device == "meta" or len(value.shape) > _MOST_DIMS:
        return with_facts("...", _facts(value, is_size_shown=True))
    if value.numel() == 0:
        return with_facts("[]", _facts(value, is_size_shown=len(value.shape) > 1))
    values = flat(value)
    write, width = formatter([values[at].item() for at in _shown_indices(value.shape)], digits)
    body = layout(value.shape, lambda at: write(values[at].item()), width=width)
    return with_facts(body, _facts(value, is_size_shown=needs_summary(value.shape)))


def _facts(value: TensorValue, *, is_size_shown: bool) -> list[str]:
    """Return what PyTorch's repr adds: only what is not usual. An empty tensor cannot tell its dtype by its values."""
    facts = []
    if value.device != "cpu":
        facts.append(f"device='{value.device}'")
    if is_size_shown:
        facts.append(f"size={value.shape}")
    if value.dtype not in _USUAL_DTYPES or (value.numel() == 0 and value.dtype != "float32"):
        facts.append(f"dtype=torch.{value.dtype}")
    if value.requires_grad:
        facts.append("requires_grad=True")
    return facts


def _shown_indices(shape: tuple[int, ...]) -> list[int]:
    indices = [0]
    for dim, positions in enumerate(shown_positions(shape)):
        step = math.prod(shape[dim + 1 :])
        indices = [start + at * step for start in indices for at in positions]
    return indices


def _layout_notes(name: str, value: Value) -> list[str]:
    match value:
        case TensorValue(layout="contiguous"):
            return []
        case TensorValue():
            return [f"{name} is {_LAYOUTS.get(value.layout, 'not contiguous')}"]
        case list() | tuple():
            items = [(f"{name}[{at}]", item) for at, item in enumerate(value[:_MOST_ITEMS])]
        case dict():
            items = [(f"{name}['{plain(key, max_chars=80)}']", value[key]) for key in list(value)[:_MOST_ITEMS]]
        case _:
            return []
    return [note for at, item in items for note in _layout_notes(at, item)][:_MOST_ITEMS]
