"""The results as JSON values, ready to be written: cleaned strings, finite and rounded numbers."""

from __future__ import annotations

import math
from typing import Any

import msgspec

from torchgrade.reports.clean import clean

_DECIMALS = {"seconds": 3}
_SCORE_DECIMALS = 4


def plain(value: object) -> Any:
    """Return dicts and lists in the order of the contract's fields.

    A number that is not finite becomes null, which for a score means that it isn't known; times become 0.
    """
    return _tidy(msgspec.to_builtins(value), name="")


def dumps(value: Any, *, indent: int | None = None) -> str:
    """Return JSON in UTF-8 text. ``plain`` has made sure that every number is one that JSON has."""
    encoded = msgspec.json.encode(value)
    return (encoded if indent is None else msgspec.json.format(encoded, indent=indent)).decode()


def _tidy(value: Any, *, name: str) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float):
        if math.isfinite(value):
            return round(value, _DECIMALS.get(name, _SCORE_DECIMALS))
        return 0.0 if name in ("seconds", "max_score") else None
    if isinstance(value, dict):
        return {key: _tidy(item, name=key) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_tidy(item, name=name) for item in value]
    return value
