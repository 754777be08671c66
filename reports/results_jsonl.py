"""results.jsonl: one line a submission, for tools that read a class line by line."""

from __future__ import annotations

from torchgrade.graders.results import Results
from torchgrade.reports.plain import dumps, plain


def render(results: Results) -> str:
    """Return one JSON object a line, each as in results.json's ``submissions``."""
    return "".join(dumps(plain(submission)) + "\n" for submission in results.submissions)
