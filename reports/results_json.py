"""results.json: everything that is known about a run, for other programs and for staff."""

from __future__ import annotations

from torchgrade.graders.results import Results
from torchgrade.reports.plain import dumps, plain

SCHEMA = "torchgrade.results/1"


def render(results: Results) -> str:
    """Return the whole run as one JSON document, described by ``schemas/results.schema.json``."""
    return dumps({"schema": SCHEMA, **plain(results)}, indent=2) + "\n"
