"""Remember which problems' public checks passed in a folder, for ``torchgrade list``. A convenience, never a grade."""

from __future__ import annotations

import json
from pathlib import Path

from torchgrade.graders.problem import Problem
from torchgrade.reports.files import write_text

FILE = Path(".torchgrade") / "solved.json"


def solved_here(folder: Path) -> dict[str, str]:
    """Return the digests of solved problems by id. A file that can't be read counts as empty."""
    try:
        data = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {key: value for key, value in data.items() if isinstance(key, str) and isinstance(value, str)}


def note(folder: Path, problem: Problem, *, solved: bool) -> None:
    """Note that a problem is solved, or is no longer. A folder that can't be written is left alone."""
    known = solved_here(folder)
    before = dict(known)
    if solved:
        known[problem.id] = problem.digest
    else:
        known.pop(problem.id, None)
    if known != before:
        try:
            write_text(folder / FILE, json.dumps(known, indent=2, sort_keys=True) + "\n")
        except OSError:
            return
