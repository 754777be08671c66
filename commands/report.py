"""``torchgrade report``: the reports of a run again, from its journal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from torchgrade.commands.catalog import assignment as find_assignment
from torchgrade.commands.console import say
from torchgrade.commands.exits import Exit
from torchgrade.commands.grade import exit_code, write_reports
from torchgrade.graders.journal import Journal
from torchgrade.graders.packs import PackError, UnknownAssignment
from torchgrade.graders.problem import Assignment
from torchgrade.graders.results import Results
from torchgrade.reports.files import FORMATS


def run(folder: Path, formats: Sequence[str], packs: Sequence[Path]) -> Exit:
    """Write the wanted reports into the run's folder."""
    with Journal.read(folder) as journal:
        results = Results(run=journal.run(), submissions=journal.submissions())
    assignment = _assignment(results.run.assignment, packs)
    for path in write_reports(folder, results, assignment, formats or FORMATS):
        say(f"wrote {path}")
    return exit_code(results.submissions, 0)


def _assignment(name: str, packs: Sequence[Path]) -> Assignment | None:
    """Return the assignment, for titles and the due date; a report does without when it is gone."""
    try:
        return find_assignment(name, packs)
    except (UnknownAssignment, PackError):
        return None
