"""What a comparison finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from torchgrade.graders.text import Text


class DifferenceKind(StrEnum):
    """What differs first, in the order in which it is looked at."""

    TYPE = "type"
    SHAPE = "shape"
    DTYPE = "dtype"
    DEVICE = "device"
    REQUIRES_GRAD = "requires_grad"
    VALUES = "values"
    LENGTH = "length"
    KEYS = "keys"
    RAISED = "raised"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The first place where two values differ.

    ``path`` is like ``result["grads"][1]``. ``message`` is complete: it names the path unless that is ``result`` alone.
    """

    path: str
    kind: DifferenceKind
    message: Text


def located(path: str, kind: DifferenceKind, *parts: Text | None) -> Difference:
    """Return a difference whose message is the path, where it says something, and the parts that are there."""
    said = sentences(*parts)
    if path != ROOT:
        said = Text(f"{path}: {said.en}", f"{path}: {said.ko}")
    return Difference(path=path, kind=kind, message=said)


ROOT = "result"


def sentences(*parts: Text | None) -> Text:
    """Return the parts that are there as one paragraph."""
    there = [part for part in parts if part is not None]
    return Text(" ".join(part.en for part in there), " ".join(part.ko for part in there))
