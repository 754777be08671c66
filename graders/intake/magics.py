"""Drops what only IPython understands from a notebook cell, keeping every line's number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from torchgrade.graders.intake.scan import ScanState, advance

# These run the rest of the cell as Python; other cell magics hand it to something else.
PYTHON_CELL_MAGICS = frozenset({"time", "timeit", "capture", "prun"})

_CELL_MAGIC = re.compile(r"%%(\w+)")
# Of a line without the space around it: two runs of space that may meet take time with the square of their length.
_DROPPED_LINE = re.compile(
    r"""
    [%!]                              # %matplotlib inline, !pip install torch
  | \?{1,2}\s*%{0,2}[\w.*]+$          # ?torch.nn
  | %{0,2}[\w.*]+\s*\?{1,2}$          # torch.nn??
  | [\w.,\s\[\]'"]+=\s*(?:!|%\s*\w)  # files = !ls, result = %time f()
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PythonCell:
    """A cell's Python, line for line, and the lines that were dropped, as the student wrote them."""

    source: str
    dropped: tuple[str, ...]


def drop_magics(source: str) -> PythonCell:
    """Return the cell without magics, shell lines and help; a cell for another language becomes empty.

    A dropped line inside a block becomes ``pass``, so that the block still has a body.
    """
    lines = _dedent(source.split("\n"))
    dropped: list[str] = []
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        magic = _CELL_MAGIC.match(line)
        if magic is None:
            break
        dropped.append(line)
        if magic.group(1) not in PYTHON_CELL_MAGICS:
            return PythonCell(source="", dropped=tuple(dropped))
        lines[index] = ""
    kept: list[str] = []
    state = ScanState()
    in_dropped = False
    for line in lines:
        if in_dropped or (state.starts_statement and _DROPPED_LINE.match(line.strip())):
            # A shell line goes on after a backslash; only its first line is told and needs a `pass`.
            kept.append("" if in_dropped else _placeholder(line))
            if not in_dropped:
                dropped.append(line.strip())
            in_dropped = line.endswith("\\")
            continue
        kept.append(line)
        state = advance(state, line)
    return PythonCell(source="\n".join(kept), dropped=tuple(dropped))


def _placeholder(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    return f"{indent}pass" if indent else ""


def _dedent(lines: list[str]) -> list[str]:
    """Return the lines without the first one's indentation, as IPython runs a cell that is indented as a whole."""
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" \t"))]
    return [line.removeprefix(indent) for line in lines] if indent else lines
