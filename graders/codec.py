"""The results as JSON and back: one encoding for the journal and for the reports.

Writing never fails over what a student printed: a lone surrogate becomes its escape. Reading is strict: every field
of the model must be there with the right type, and nothing else.
"""

from __future__ import annotations

import math
from typing import Any, TypeVar

import msgspec

Model = TypeVar("Model")


class CodecError(ValueError):
    """Text that is not the JSON of the wanted type, or a value that JSON can't hold."""


def scrub(text: str) -> str:
    """Return ``text`` as it can be stored in UTF-8: lone surrogates become ``\\udcXX`` escapes."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def to_builtins(value: object) -> Any:
    """Return dicts, lists, strings and numbers, in the order of the model's fields.

    Raises ``CodecError`` for a number that is not finite, which JSON can't hold.
    """
    return _scrub_all(msgspec.to_builtins(value))


def to_json(value: object) -> str:
    """Return one line of JSON for a result dataclass."""
    return msgspec.json.encode(to_builtins(value)).decode("utf-8")


def from_json(text: str | bytes, wanted: type[Model]) -> Model:
    """Return the value that ``to_json`` wrote. Raises ``CodecError`` for a missing, unknown or mistyped field."""
    try:
        value = msgspec.json.decode(text, type=wanted)
        plain = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CodecError(f"not a {wanted.__name__}: {error}") from error
    if plain != to_builtins(value):
        raise CodecError(f"not a {wanted.__name__}: it has fields that are unknown, or lacks some")
    return value


def _scrub_all(value: Any) -> Any:
    if isinstance(value, str):
        return scrub(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise CodecError(f"{value} is not a number that JSON can hold")
    if isinstance(value, dict):
        return {_scrub_all(key): _scrub_all(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_scrub_all(item) for item in value]
    return value
