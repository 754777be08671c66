"""Text that anybody wrote, made safe to show: one function that every renderer shares.

A student's message may hold escape sequences that retitle a terminal, marks that turn a line of text around, bytes
that XML forbids or a tower of accents that covers the page. None of it changes what was said, so it goes.
"""

from __future__ import annotations

import re
import unicodedata

MAX_MARKS = 4
"""Combining marks kept on one letter. Vietnamese and pointed Hebrew need three."""

_ESCAPES = re.compile(
    r"(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # OSC: titles, links, clipboard
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c\n]*(?:\x1b\\|\x9c)?"  # DCS, SOS, PM, APC
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI: colours, cursor
    r"|\x1b[ -/]*[0-~]?"  # the rest
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 and C1, but for tab and newline
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what reorders text
    "\u00ad\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"  # what can't be seen
)
_BROKEN = re.compile("[\ud800-\udfff\ufffe\uffff]")  # lone surrogates, and what XML forbids
_MARKS = ("Mn", "Me")
# Latin letters, common signs, Japanese without its voicing marks, Chinese and Korean: most text, and no marks at all.
_UNMARKED = re.compile(r"[\n\t -~\xa0-\u02ff\u2010-\u2027\u2190-\u2bff\u3041-\u3096\u30a1-\u9fff\uac00-\ud7a3]*")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """Return ``text`` without escape sequences, control, bidi and invisible characters, and with few marks a letter.

    Newlines and tabs stay. Cleaning twice changes nothing more.
    """
    if text.isprintable():
        return text if text.isascii() else _cap_marks(text)
    text = _LINE_ENDS.sub("\n", _ESCAPES.sub("", text))
    text = _BROKEN.sub("\ufffd", _DROPPED.sub("", text))
    return text if text.isascii() else _cap_marks(text)


def one_line(text: str) -> str:
    """Return ``clean`` text with every run of white space made one space: for cells, titles and attributes."""
    return _SPACE.sub(" ", clean(text)).strip()


def shorten(text: str, limit: int) -> str:
    """Return at most ``limit`` characters, saying how many more there were."""
    if len(text) <= limit:
        return text
    return f"{text[:limit]}\n… {len(text) - limit} more characters"


def _cap_marks(text: str) -> str:
    if _UNMARKED.fullmatch(text) or not any(unicodedata.category(character) in _MARKS for character in set(text)):
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in _MARKS else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)
