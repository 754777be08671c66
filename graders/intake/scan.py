"""Follows strings, comments and brackets through Python text line by line, without parsing it.

It answers what the parser can't be asked: whether a line starts inside a string or bracket, and how deep the brackets
go. Text that is not Python gives some answer, never an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"#.*|'''|\"\"\"|['\"]|[([{]|[)\]}]|\\.?")
_STRING_ENDS = {quote: re.compile(rf"\\.?|{quote}") for quote in ("'", '"', "'''", '"""')}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanState:
    """Where a line starts: how many brackets are open, which triple quote, and whether ``\\`` continued it."""

    depth: int = 0
    quote: str | None = None
    is_continued: bool = False

    @property
    def starts_statement(self) -> bool:
        """Say whether the next line starts a statement of its own."""
        return self.depth == 0 and self.quote is None and not self.is_continued


def advance(state: ScanState, line: str) -> ScanState:
    """Return the state after one line, given without its line end."""
    return _advance(state, line)[0]


def deepest_line(text: str) -> tuple[int, int]:
    """Return the greatest number of open brackets and the first line (from 1) that reaches it."""
    state = ScanState()
    deepest, where = 0, 1
    for number, line in enumerate(text.split("\n"), start=1):
        state, reached = _advance(state, line)
        if reached > deepest:
            deepest, where = reached, number
    return deepest, where


def _advance(state: ScanState, line: str) -> tuple[ScanState, int]:
    """Return the state after one line, and the most brackets that were open in it."""
    depth, quote, cursor = state.depth, state.quote, 0
    deepest = depth
    while True:
        if quote is not None:
            end = _end_of_string(line, quote, cursor)
            if end is None:
                # A plain string runs on only after a backslash; otherwise it is a mistake that the parser names.
                runs_on = len(quote) == 3 or line.endswith("\\")
                return ScanState(depth=depth, quote=quote if runs_on else None), deepest
            quote, cursor = None, end
        token = _TOKEN.search(line, cursor)
        if token is None:
            return ScanState(depth=depth), deepest
        text, cursor = token.group(), token.end()
        if text == "\\":
            return ScanState(depth=depth, is_continued=True), deepest
        if text in _STRING_ENDS:
            quote = text
        elif text in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif text in ")]}":
            depth = max(0, depth - 1)


def _end_of_string(line: str, quote: str, start: int) -> int | None:
    for found in _STRING_ENDS[quote].finditer(line, start):
        if found.group() == quote:
            return found.end()
    return None
