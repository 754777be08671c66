"""What a student sees holds nothing of a hidden check."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from torchgrade.graders.results import (
    CheckResult,
    Counterexample,
    Diagnosis,
    ProblemResult,
    ProblemStatus,
    SubmissionResult,
    SubmissionStatus,
    Verdict,
    Visibility,
)
from torchgrade.graders.text import Text
from torchgrade.reports.html import student_page
from torchgrade.reports.visibility import for_student, is_group, problem_for_student

SECRET = "seCRet"


def a_check(
    index: int, *, verdict: Verdict = Verdict.PASSED, visibility: Visibility = Visibility.PUBLIC
) -> CheckResult:
    word = "plain" if visibility is Visibility.PUBLIC else SECRET
    both = Text(f"{word} {index}", f"{word} {index} 한")
    return CheckResult(
        id=f"{word}_{index}",
        title=both,
        verdict=verdict,
        score=2 if verdict is Verdict.PASSED else 0,
        max_score=2,
        visibility=visibility,
        cases=5,
        cases_passed=1,
        seconds=0.5,
        message=both,
        counterexample=Counterexample(case=word, expected=word, actual=word, difference=word),
    )


def a_problem(*checks: CheckResult, status: ProblemStatus = ProblemStatus.GRADED) -> ProblemResult:
    return ProblemResult(
        id="unit/problem",
        status=status,
        score=sum(check.score for check in checks),
        max_score=sum(check.max_score for check in checks),
        diagnosis=(Diagnosis(mistake="m", message=Text("known", "실수")),),
        stdout="printed an argument",
        stderr="a traceback",
        checks=checks,
    )


def a_submission(*problems: ProblemResult) -> SubmissionResult:
    return SubmissionResult(
        student="kim",
        path=None,
        sha256=None,
        status=SubmissionStatus.GRADED,
        late_days=0,
        score=1,
        max_score=2,
        seconds=1,
        notices=(),
        problems=problems,
    )


CHECKS = st.builds(
    a_check,
    st.integers(0, 9),
    verdict=st.sampled_from(Verdict),
    visibility=st.sampled_from([Visibility.PUBLIC, Visibility.HIDDEN]),
)


@given(st.lists(CHECKS, max_size=6), st.booleans())
@settings(max_examples=150, deadline=None)
def test_nothing_of_a_hidden_check_survives_but_number_and_points(checks: list[CheckResult], due_passed: bool) -> None:
    seen = for_student(a_submission(a_problem(*checks)), due_passed=due_passed)
    (problem,) = seen.problems
    hidden = [check for check in checks if check.visibility is Visibility.HIDDEN]

    assert SECRET not in repr(seen)
    assert sum(c.max_score for c in checks) == sum(c.max_score for c in problem.checks)
    assert sum(c.score for c in checks) == sum(c.score for c in problem.checks)
    assert [c for c in checks if c.visibility is Visibility.PUBLIC] == [c for c in problem.checks if not is_group(c)]
    assert len(problem.checks) == len(checks) - len(hidden) + bool(hidden)
    if hidden:
        assert (problem.stdout, problem.stderr) == ("", "")
        if all(c.verdict is Verdict.PASSED for c in problem.checks if not is_group(c)):
            assert problem.diagnosis == ()
    assert seen == for_student(seen, due_passed=due_passed)


def test_a_problem_without_hidden_checks_is_shown_whole() -> None:
    problem = a_problem(a_check(1), a_check(2, verdict=Verdict.FAILED))

    assert problem == problem_for_student(problem, due_passed=False)


def test_checks_for_after_the_due_date_show_only_then() -> None:
    problem = a_problem(a_check(1), a_check(2, visibility=Visibility.AFTER_DUE))

    assert SECRET not in repr(problem_for_student(problem, due_passed=False))
    assert problem == problem_for_student(problem, due_passed=True)


def test_the_words_are_honest_when_all_public_checks_passed() -> None:
    public = [a_check(index) for index in range(4)]
    hidden = [a_check(index, visibility=Visibility.HIDDEN) for index in range(3)]
    group = problem_for_student(a_problem(*public, *hidden), due_passed=False).checks[-1]

    assert group.message.en == "All 4 public checks passed; 3 hidden checks decide the rest of the points."
    assert group.title == Text("3 hidden checks", "비공개 검사 3개")
    assert (group.score, group.max_score) == (6, 6)


@pytest.mark.parametrize(
    ("visibilities", "words"),
    [
        ((Visibility.HIDDEN,), "1 hidden check decides the points."),
        (
            (Visibility.PUBLIC, Visibility.HIDDEN),
            "The public check passed; 1 hidden check decides the rest of the points.",
        ),
        (
            (Visibility.PUBLIC, Visibility.PUBLIC, Visibility.HIDDEN, Visibility.AFTER_DUE),
            "All 2 public checks passed; 1 hidden check and 1 check shown after the due date decide the rest of the"
            " points.",
        ),
    ],
)
def test_the_words_fit_the_numbers(visibilities: tuple[Visibility, ...], words: str) -> None:
    problem = a_problem(*(a_check(index, visibility=v) for index, v in enumerate(visibilities)))

    assert words in [check.message.en for check in problem_for_student(problem, due_passed=False).checks]


def test_a_blocked_check_does_not_name_the_hidden_check_that_blocked_it() -> None:
    hidden = a_check(1, visibility=Visibility.HIDDEN, verdict=Verdict.FAILED)
    blocked = dataclasses.replace(
        a_check(2, verdict=Verdict.BLOCKED), message=Text(f"it needs {hidden.id}", f"{hidden.id} 필요")
    )
    seen = problem_for_student(a_problem(hidden, blocked), due_passed=False)

    assert hidden.id not in repr(seen)
    assert "earlier check" in seen.checks[0].message.en


def test_a_rejected_file_is_explained_even_where_every_check_is_hidden() -> None:
    reason = Text("line 3: invalid syntax", "3번째 줄: 문법 오류")
    hidden = dataclasses.replace(a_check(1, visibility=Visibility.HIDDEN, verdict=Verdict.ERROR), message=reason)
    seen = problem_for_student(a_problem(hidden, status=ProblemStatus.REJECTED), due_passed=False)

    assert reason == seen.checks[0].message


def test_the_students_page_is_filtered(sample) -> None:
    submission = a_submission(a_problem(a_check(1), a_check(2, visibility=Visibility.HIDDEN)))

    page = student_page(sample.run, submission, due_passed=True)

    assert SECRET not in page
    assert "printed an argument" not in page
    assert "1 hidden check" in page
