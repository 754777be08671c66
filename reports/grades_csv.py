"""grades.csv: one row a student, one column a problem, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import math

from torchgrade.graders.results import Results, SubmissionResult
from torchgrade.reports.clean import one_line
from torchgrade.reports.labels import number

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 as the local code page, and Korean ids turn into noise."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # Excel takes the wide ones too

_COLUMNS = ("student", "status", "late_days", "score", "max_score")


def render(results: Results) -> str:
    """Return the table as CSV with a byte order mark. What was not graded is an empty cell, never a 0."""
    problems = problem_ids(results)
    stream = io.StringIO(newline="")
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream)
    writer.writerow([*_COLUMNS, *(cell(problem) for problem in problems)])
    writer.writerows(_row(submission, problems) for submission in results.submissions)
    return stream.getvalue()


def problem_ids(results: Results) -> tuple[str, ...]:
    """Return the problems of a run in the order of the assignment."""
    return tuple(dict.fromkeys(problem.id for submission in results.submissions for problem in submission.problems))


def cell(value: str | float | int | None) -> str:
    """Return one cell: a number as it is, text with a leading ``'`` where a spreadsheet would run it as a formula."""
    if isinstance(value, str):
        text = one_line(value)
        return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
    if value is None or not math.isfinite(value):
        return ""
    return number(value)


def _row(submission: SubmissionResult, problems: tuple[str, ...]) -> list[str]:
    scores = {problem.id: problem.score for problem in submission.problems}
    return [
        cell(submission.student),
        submission.status.value,
        cell(submission.late_days),
        cell(submission.score),
        cell(submission.max_score),
        *(cell(scores.get(problem)) for problem in problems),
    ]
