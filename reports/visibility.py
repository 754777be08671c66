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
    message = _reason_for_rejection(problem) if not visible else None
    groups = _groups(hidden=hidden, later=later, message=message or _honest_words(visible, hidden=hidden, later=later))
    return dataclasses.replace(
        problem,
        # A mistake that no visible check shows was recognised by the hidden ones.
        diagnosis=problem.diagnosis if any(check.verdict is not Verdict.PASSED for check in visible) else (),
        stdout="",
        stderr="",
        checks=(*(_without_names(check, names) for check in visible), *groups),
    )


def _reason_for_rejection(problem: ProblemResult) -> Text | None:
    """Return what is wrong with the student's file, which no check found: then every check says the same."""
    messages = {check.message for check in problem.checks}
    return messages.pop() if problem.status is ProblemStatus.REJECTED and len(messages) == 1 else None


def is_group(check: CheckResult) -> bool:
    """Return whether this line stands for checks that were taken out."""
    return check.id in (HIDDEN_ID, AFTER_DUE_ID)


def _groups(*, hidden: Sequence[CheckResult], later: Sequence[CheckResult], message: Text) -> list[CheckResult]:
    """Return one line for each kind of withheld check; the first of them has the message."""
    groups = []
    if hidden:
        groups.append(_group(HIDDEN_ID, hidden, title=_count_hidden(len(hidden)), message=message))
    if later:
        message = Text("", "") if groups else message
        groups.append(_group(AFTER_DUE_ID, later, title=_count_later(len(later)), message=message))
    return groups


def _group(group_id: str, checks: Sequence[CheckResult], *, title: Text, message: Text) -> CheckResult:
    return CheckResult(
        id=group_id,
        title=title,
        verdict=_verdict_together(checks),
        score=sum(check.score for check in checks),
        max_score=sum(check.max_score for check in checks),
        visibility=checks[0].visibility,
        cases=0,
        cases_passed=0,
        seconds=0.0,
        message=message,
    )


def _count_hidden(count: int) -> Text:
    return Text(f"{count} hidden check{'' if count == 1 else 's'}", f"비공개 검사 {count}개")


def _count_later(count: int) -> Text:
    return Text(
        f"{count} check{'' if count == 1 else 's'} shown after the due date", f"마감 후 공개되는 검사 {count}개"
    )


def _verdict_together(checks: Sequence[CheckResult]) -> Verdict:
    """Return no more than the points already say."""
    if any(check.verdict is Verdict.NOT_GRADED for check in checks):
        return Verdict.NOT_GRADED
    return Verdict.PASSED if all(check.verdict is Verdict.PASSED for check in checks) else Verdict.FAILED


def _honest_words(
    visible: Sequence[CheckResult], *, hidden: Sequence[CheckResult], later: Sequence[CheckResult]
) -> Text:
    """Say what the visible checks came to, and that they are not the whole grade."""
    counts = [count(len(checks)) for count, checks in ((_count_hidden, hidden), (_count_later, later)) if checks]
    decide = "decides" if len(hidden) + len(later) == 1 else "decide"
    who_en, who_ko = " and ".join(text.en for text in counts), ", ".join(text.ko for text in counts)
    if not visible:
        return Text(f"{who_en} {decide} the points.", f"점수는 {who_ko}로 결정됩니다.")
    passed = sum(check.verdict is Verdict.PASSED for check in visible)
    if passed < len(visible):
        said = f"{passed} of {len(visible)} public checks passed"
        said_ko = f"공개 검사 {len(visible)}개 중 {passed}개를 통과했습니다"
    else:
        said = "The public check passed" if passed == 1 else f"All {passed} public checks passed"
        said_ko = f"공개 검사 {passed}개를 모두 통과했습니다"
    return Text(
        f"{said}; {who_en} {decide} the rest of the points.",
        f"{said_ko}. 나머지 점수는 {who_ko}로 결정됩니다.",
    )


def _without_names(check: CheckResult, withheld_names: re.Pattern[str]) -> CheckResult:
    """Return a blocked check without the name of the hidden check that blocked it."""
    says_name = withheld_names.search(check.message.en) or withheld_names.search(check.message.ko)
    if check.verdict is Verdict.BLOCKED and says_name:
        return dataclasses.replace(check, message=_BLOCKED)
    return check
