"""One fact about this machine, as ``doctor`` tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["ok", "warn", "fail"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing about this machine. ``remedy`` is empty where nothing needs mending."""

    name: str
    status: Status
    value: str
    remedy: str = ""
