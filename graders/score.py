"""Points, in integers to the end; only lateness can make a fraction, and that is exact to a hundredth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from math import ceil

from torchgrade.graders.problem import Assignment, LateRule
from torchgrade.graders.results import CheckResult, ProblemResult, Verdict


def problem_score(checks: Sequence[CheckResult]) -> int | None:
    """Return the points of a problem, or None when one of its checks was not graded."""
    if any(check.verdict is Verdict.NOT_GRADED for check in checks):
        return None
    return sum(check.score for check in checks)


def submission_score(
    assignment: Assignment, problems: Sequence[ProblemResult], *, late_days: int
) -> float | int | None:
    """Return the weighted points after the late rule, or None when a problem was not graded."""
    weights = {assigned.problem.id: assigned.weight for assigned in assignment.problems}
    total = 0
    for problem in problems:
        if problem.score is None:
            return None
        total += weights[problem.id] * problem.score
    return _number(total * kept_percent(assignment.late, late_days), 100)


def max_score(assignment: Assignment) -> int:
    """Return the weighted points that can be had."""
    return sum(assigned.weight * assigned.problem.points for assigned in assignment.problems)


def late_days(submitted: float | None, due: datetime | None) -> int:
    """Return the started days between the due time and the submission's time, which is in seconds since the epoch."""
    if submitted is None or due is None:
        return 0
    # Not as a datetime: a file's time may be in a year that none can hold, since whoever packed it chose it.
    return max(0, ceil((submitted - due.timestamp()) / 86400))


def kept_percent(rule: LateRule | None, days: int) -> int:
    """Return how many percent of the points are kept after ``days`` late. Without a rule, all of them."""
    if rule is None or days <= 0:
        return 100
    if days > rule.max_days:
        return 0
    return max(0, 100 - rule.per_day_percent * days)


def _number(numerator: int, denominator: int) -> float | int:
    """Return a fraction as an int where it is one, otherwise rounded to a hundredth, halves up."""
    if numerator % denominator == 0:
        return numerator // denominator
    return (numerator * 200 + denominator) // (2 * denominator) / 100
