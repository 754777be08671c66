"""The JSON Schemas that ship with the package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Literal

Name = Literal["results", "submission", "problem", "assignment"]


def schema(name: Name) -> dict[str, Any]:
    """Return one schema: of results.json, of a line of results.jsonl, of problem.yaml or of assignment.yaml."""
    text = files("torchgrade.reports").joinpath("schemas", f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
