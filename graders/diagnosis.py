"""Recognise known mistakes: a submission whose evidence equals a mistake's on every case has made it. Pure.

The simulated GPU's cases are asked only where everything else is right. A mistake of another kind is the same mistake
whether or not its author, and the student, also thought of the device.
"""

from __future__ import annotations

from collections.abc import Sequence

from torchgrade.graders.compare import Tolerance, compare
from torchgrade.graders.evidence import Evidence, read_reply, without_place
from torchgrade.graders.messages_simulated import is_device_error
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
    cases = list(zip(_check_of_each_case(plan), expected.replies, replies, mistake, strict=True))
    ordinary = [case for case in cases if not case[0].spec.simulated]
    on_gpu = [case for case in cases if case[0].spec.simulated]
    if not all(_same(check, one, other) for check, _, one, other in ordinary):
        return False
    if any(not _same(check, right, one) for check, right, one, _ in ordinary):
        return any(_is_telling(one, other) for _, right, one, other in ordinary if one != right)
    return all(_same(check, one, other) for check, _, one, other in on_gpu) and any(
        _is_telling(one, other) for check, right, one, other in on_gpu if not _same(check, right, one)
    )


def _is_telling(one: bytes | None, other: bytes | None) -> bool:
    """Return whether a wrong answer that two share proves the same misunderstanding.

    A crash that any broken program shares does not. That tensors of two devices met in the same argument of the same
    operation does.
    """
    if one is None:
        return False
    raised = read_reply(one).raised
    return one == other or raised is None or is_device_error(raised)


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
