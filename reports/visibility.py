"""What a student may see: the one place where hidden checks are taken out of a result.

Everything that a hidden check said goes: its id, title, message, counterexample, timing and number of cases. What
stays is how many there are and their points together. The printed output of a problem goes too while a check of it is
withheld, because one output belongs to all checks, and ``print`` of an argument would show a hidden check's input.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from torchgrade.graders.results import CheckResult, ProblemResult, ProblemStatus, SubmissionResult, Verdict, Visibility
from torchgrade.graders.text import Text

# Checks are named by Python functions, so these names can't be a check's.
HIDDEN_ID = "hidden-checks"
AFTER_DUE_ID = "after-due-checks"

_BLOCKED = Text(
    "This check did not run because an earlier check that it builds on did not pass.",
    "이 검사가 의존하는 앞선 검사를 통과하지 못해 실행되지 않았습니다.",
)


def for_student(result: SubmissionResult, *, due_passed: bool) -> SubmissionResult:
    """Return ``result`` as its student may see it; applying it twice changes nothing more."""
    problems = tuple(problem_for_student(problem, due_passed=due_passed) for problem in result.problems)
    return dataclasses.replace(result, problems=problems)


def problem_for_student(problem: ProblemResult, *, due_passed: bool) -> ProblemResult:
    """Return one problem as its student may see it: visible checks whole, the others as one line with their points."""
    hidden = [check for check in problem.checks if check.visibility is Visibility.HIDDEN and not is_group(check)]
    later = [
        check
        for check in problem.checks
        if check.visibility is Visibility.AFTER_DUE and not due_passed and not is_group(check)
    ]
    withheld = [*hidden, *later]
    if not withheld:
        return problem
    visible = [check for check in problem.checks if check not in withheld]
    names = re.compile("|".join(rf"(?<!\w){re.escape(check.id)}(?!\w)" for check in withheld))
    groups = [
        _group(HIDDEN_ID, hidden, visible=visible, what=_HIDDEN),
        _group(AFTER_DUE_ID, later, visible=visible, what=_LATER),
    ]
    reason = _reason_for_rejection(problem)
    if reason is not None and not visible:
        groups = [group and dataclasses.replace(group, message=reason) for group in groups]
    return dataclasses.replace(
        problem,
        # A mistake that no visible check shows was recognised by the hidden ones.
        diagnosis=problem.diagnosis if any(check.verdict is not Verdict.PASSED for check in visible) else (),
        stdout="",
        stderr="",
        checks=(
            *(_without_names(check, names) for check in visible),
            *(group for group in groups if group is not None),
        ),
    )


def _reason_for_rejection(problem: ProblemResult) -> Text | None:
    """Return what is wrong with the student's file, which no check found: then every check says the same."""
    messages = {check.message for check in problem.checks}
    return messages.pop() if problem.status is ProblemStatus.REJECTED and len(messages) == 1 else None


def is_group(check: CheckResult) -> bool:
    """Return whether this line stands for checks that were taken out."""
    return check.id in (HIDDEN_ID, AFTER_DUE_ID)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    visibility: Visibility
    en_one: str
    en_many: str
    ko: str


_HIDDEN = _Kind(visibility=Visibility.HIDDEN, en_one="hidden check", en_many="hidden checks", ko="비공개 검사")
_LATER = _Kind(
    visibility=Visibility.AFTER_DUE,
    en_one="check shown after the due date",
    en_many="checks shown after the due date",
    ko="마감 후 공개되는 검사",
)


def _group(
    group_id: str, checks: Sequence[CheckResult], *, visible: Sequence[CheckResult], what: _Kind
) -> CheckResult | None:
    if not checks:
        return None
    count = len(checks)
    noun = what.en_one if count == 1 else what.en_many
    return CheckResult(
        id=group_id,
        title=Text(f"{count} {noun}", f"{what.ko} {count}개"),
        verdict=_verdict_together(checks),
        score=sum(check.score for check in checks),
        max_score=sum(check.max_score for check in checks),
        visibility=what.visibility,
        cases=0,
        cases_passed=0,
        seconds=0.0,
        message=_honest_words(visible, count=count, noun=noun, what=what),
    )


def _verdict_together(checks: Sequence[CheckResult]) -> Verdict:
    """Return no more than the points already say."""
    if any(check.verdict is Verdict.NOT_GRADED for check in checks):
        return Verdict.NOT_GRADED
    return Verdict.PASSED if all(check.verdict is Verdict.PASSED for check in checks) else Verdict.FAILED


def _honest_words(visible: Sequence[CheckResult], *, count: int, noun: str, what: _Kind) -> Text:
    public = [check for check in visible if not is_group(check)]
    passed = sum(check.verdict is Verdict.PASSED for check in public)
    decide = "decides" if count == 1 else "decide"
    if not public:
        return Text(f"{count} {noun} {decide} the points.", f"{what.ko} {count}개가 점수를 결정합니다.")
    if passed == len(public):
        said = "The public check passed" if passed == 1 else f"All {passed} public checks passed"
        ko = f"공개 검사 {passed}개를 모두 통과했습니다"
    else:
        said = f"{passed} of {len(public)} public checks passed"
        ko = f"공개 검사 {len(public)}개 중 {passed}개를 통과했습니다"
    return Text(
        f"{said}; {count} {noun} {decide} the rest of the points.",
        f"{ko}. 나머지 점수는 {what.ko} {count}개가 결정합니다.",
    )


def _without_names(check: CheckResult, withheld_names: re.Pattern[str]) -> CheckResult:
    """Return a blocked check without the name of the hidden check that blocked it."""
    says_name = withheld_names.search(check.message.en) or withheld_names.search(check.message.ko)
    if check.verdict is Verdict.BLOCKED and says_name:
        return dataclasses.replace(check, message=_BLOCKED)
    return check
