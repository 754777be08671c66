"""Recognise known mistakes: a submission whose evidence equals a mistake's on every case has made it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from torchgrade.graders.compare import Tolerance, compare
from torchgrade.graders.evidence import Evidence, read_reply, without_place
from torchgrade.graders.oracle import Expected, KnownMistake
from torchgrade.graders.plan import CheckPlan, ProblemPlan
from torchgrade.graders.results import Diagnosis
from torchgrade.problems.values import Raised, Value
from torchgrade.sandbox.decode import Malformed
from torchgrade.sandbox.protocol import Observation


def diagnose(
    plan: ProblemPlan, expected: Expected, observation: Observation, mistakes: Sequence[KnownMistake]
) -> tuple[Diagnosis, ...]:
    """Return the known mistakes that explain every wrong answer of a submission."""
    replies = tuple(case.reply for case in observation.cases)
    found = []
    for known in mistakes:
        if _explains(plan, expected, replies, known.replies):
            found.append(Diagnosis(mistake=known.mistake.name, message=known.mistake.message))
    return tuple(found)


def same_evidence(plan: ProblemPlan, first: Sequence[bytes | None], second: Sequence[bytes | None]) -> bool:
    """Return whether two solutions showed the same on every case, within the checks' tolerances."""
    return all(
        _same(check, one, other) for check, one, other in zip(_check_of_each_case(plan), first, second, strict=True)
    )


def _explains(
    plan: ProblemPlan, expected: Expected, replies: Sequence[bytes | None], mistake: Sequence[bytes | None]
) -> bool:
    # A crash that any broken program shares proves no particular misunderstanding: some wrong value has to agree.
    telling = False
    for check, right, one, other in zip(_check_of_each_case(plan), expected.replies, replies, mistake, strict=True):
        if not _same(check, one, other):
            return False
        if one is not None and one != right and not telling:
            telling = one == other or read_reply(one).raised is None
    return telling


def _check_of_each_case(plan: ProblemPlan) -> list[CheckPlan]:
    return [check for check in plan.checks for _ in check.cases]


def _same(check: CheckPlan, first: bytes | None, second: bytes | None) -> bool:
    if first == second:
        return True
    if first is None or second is None:
        return False
    try:
        one, other = read_reply(first), read_reply(second)
    except Malformed:
        return False
    return _same_evidence(check.tolerance, one, other)


def _same_evidence(tolerance: Tolerance, one: Evidence, other: Evidence) -> bool:
    first: Value = without_place(one.value) if isinstance(one.value, Raised) else one.value
    second: Value = without_place(other.value) if isinstance(other.value, Raised) else other.value
    if isinstance(first, Raised) and isinstance(second, Raised):
        return (first.type, first.message) == (second.type, second.message)
    if compare(first, second, tolerance) is not None:
        return False
    return set(one.changed) == set(other.changed) and all(
        compare(value, other.changed[name], tolerance) is None for name, value in one.changed.items()
    )
