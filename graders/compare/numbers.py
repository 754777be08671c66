"""The elements of a tensor as text, laid out as PyTorch's ``repr`` does."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

USUAL_DIGITS = 4
_LINE_WIDTH = 80
_SUMMARISE_FROM = 64  # elements; PyTorch's 1000 would not fit into a report

Format = Callable[[Any], str]


def needs_summary(shape: Sequence[int]) -> bool:
    """Tell whether only the first and last items along each dimension are shown."""
    return math.prod(shape) > _SUMMARISE_FROM


def shown_positions(shape: Sequence[int]) -> list[list[int]]:
    """Return, per dimension, the positions that are shown. The more dimensions, the fewer, so that it stays short."""
    if not needs_summary(shape):
        return [list(range(size)) for size in shape]
    edge = 3 if len(shape) <= 2 else 2 if len(shape) == 3 else 1
    return [list(range(size)) if size <= 2 * edge else [*range(edge), *range(size - edge, size)] for size in shape]


def with_facts(body: str, facts: Sequence[str]) -> str:
    """Return ``tensor(body, fact, ...)``, on a new line where a fact would make the last line too long."""
    text = "tensor(" + body
    used = len(text) - text.rfind("\n") + 1
    for fact in facts:
        if used + len(fact) + 2 > _LINE_WIDTH:
            text += ",\n" + " " * len("tensor(") + fact
            used = len("tensor(") + len(fact)
        else:
            text += ", " + fact
            used += len(fact) + 2
    return text + ")"


def layout(shape: Sequence[int], element: Callable[[int], str], *, width: int) -> str:
    """Return the nested brackets of a tensor; ``element`` renders a flat index and ``width`` is its usual length."""
    positions = shown_positions(shape)

    def level(dim: int, offset: int, indent: int) -> str:
        if dim == len(shape):
            return element(offset)
        step = math.prod(shape[dim + 1 :])
        items = [level(dim + 1, offset + at * step, indent + 1) for at in positions[dim]]
        if len(items) < shape[dim]:
            items.insert(len(items) // 2, "...")
        if dim == len(shape) - 1:
            return _row(items, indent, width)
        gap = "," + "\n" * (len(shape) - 1 - dim) + " " * (indent + 1)
        return "[" + gap.join(items) + "]"

    return level(0, 0, len("tensor("))


def _row(items: list[str], indent: int, width: int) -> str:
    per_line = max(1, (_LINE_WIDTH - indent) // (width + 2))
    lines = [", ".join(items[start : start + per_line]) for start in range(0, len(items), per_line)]
    return "[" + (",\n" + " " * (indent + 1)).join(lines) + "]"


def formatter(values: Sequence[Any], digits: int = USUAL_DIGITS) -> tuple[Format, int]:
    """Return how to write each of the shown values, and the width of one, so that columns line up."""
    if values and isinstance(values[0], complex):
        return _complex_formatter(values, digits)
    if values and isinstance(values[0], float):
        return _float_formatter(values, digits)
    width = max((len(str(value)) for value in values), default=1)
    return lambda value: str(value).rjust(width), width


def _complex_formatter(values: Sequence[complex], digits: int) -> tuple[Format, int]:
    real, real_width = _float_formatter([value.real for value in values], digits)
    imag, imag_width = _float_formatter([value.imag for value in values], digits)

    def write(value: complex) -> str:
        part = imag(value.imag).lstrip() + "j"
        return real(value.real) + (part if part[0] in "+-" else "+" + part)

    return write, real_width + imag_width + 1


def _float_formatter(values: Sequence[float], digits: int) -> tuple[Format, int]:
    sizes = [abs(value) for value in values if math.isfinite(value) and value != 0]
    are_whole = all(size == math.floor(size) for size in sizes)
    is_wide = bool(sizes) and (max(sizes) / min(sizes) > 1000 or max(sizes) > 1e8)
    if is_wide or (sizes and not are_whole and min(sizes) < 1e-4):
        spec, end = f".{digits}e", ""
    elif are_whole:
        spec, end = ".0f", "."
    else:
        spec, end = f".{digits}f", ""

    def write(value: float) -> str:
        return format(value, spec) + (end if math.isfinite(value) else "")

    width = max((len(write(value)) for value in values if math.isfinite(value) and value != 0), default=1)
    return lambda value: write(value).rjust(width), width
