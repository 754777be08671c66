"""A student's local check: one problem, public checks, no Docker; a failing check is shrunk to its smallest input."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from torchgrade.graders.grade import rules_of, with_diagnosis
from torchgrade.graders.judging import judge_problem, rejected_problem
from torchgrade.graders.locate import Located, locate
from torchgrade.graders.oracle import Oracle, expected_from
from torchgrade.graders.plan import Case, CheckPlan, ProblemPlan, job_files, plan_problem, plan_with_cases
from torchgrade.graders.problem import Problem
from torchgrade.graders.results import CheckResult, ProblemResult, RuleResult, Verdict, Visibility
from torchgrade.graders.submission import Submission
from torchgrade.graders.text import Text
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import Sandbox, SandboxFailed

SHRINK_SECONDS = 5.0
SHRINK_EXAMPLES = 300


def public_checks(problem: Problem) -> tuple[str, ...]:
    """Return the ids of the checks that a local check may ask."""
    return tuple(check.id for check in problem.checks if check.visibility is Visibility.PUBLIC)


def rest_of_points(problem: Problem) -> Text | None:
    """Return what is to be said of the checks that a local check does not ask; None when there are none."""
    others = [check for check in problem.checks if check.visibility is not Visibility.PUBLIC]
    if not others:
        return None
    public, points = len(problem.checks) - len(others), sum(check.points for check in others)
    one = len(others) == 1
    return Text(
        f"All {public} public checks passed; {len(others)} hidden check{'' if one else 's'} "
        f"decide{'s' if one else ''} the other {points} points when your work is graded.",
        f"공개 검사 {public}개를 모두 통과했습니다. 나머지 {points}점은 채점할 때 "
        f"비공개 검사 {len(others)}개로 결정됩니다.",
    )


def check_problem(problem: Problem, submission: Submission, runner: ProcessRunner, *, seed: int) -> ProblemResult:
    """Return the result of the public checks. Raises PlanError, BrokenReference, SandboxFailed."""
    located = locate(problem, submission)
    public = public_checks(problem)
    if not isinstance(located, Located):
        result = rejected_problem(problem, located[0])
        checks = tuple(check for check in result.checks if check.id in public)
        return _of_public_points(replace(result, checks=checks))
    rules = rules_of(problem, submission, located)
    plan = plan_problem(problem, seed=seed, only=public)
    oracle = Oracle(runner)
    expected = oracle.expected(plan)
    sandbox = runner.sandbox("check")
    try:
        student = Student(sandbox, submission, located)
        observation = sandbox.observe(plan.task(job_files(submission.files), located.files))
        result = judge_problem(plan, expected, observation, rules)
        result = with_diagnosis(result, plan, oracle, observation)
        return _of_public_points(_shrunk(result, plan, oracle, student, rules))
    finally:
        sandbox.close()


def _of_public_points(result: ProblemResult) -> ProblemResult:
    """Return the result out of the points that were asked for: hidden checks decide the rest."""
    return replace(result, max_score=sum(check.max_score for check in result.checks))


@dataclass(frozen=True, slots=True)
class Student:
    """A student's solution, ready to be asked more."""

    sandbox: Sandbox
    submission: Submission
    located: Located


def _shrunk(
    result: ProblemResult, plan: ProblemPlan, oracle: Oracle, student: Student, rules: Sequence[RuleResult]
) -> ProblemResult:
    """Replace the counterexamples of failing checks by minimal ones, within SHRINK_SECONDS in all."""
    if any(not rule.ok for rule in rules) and not plan.problem.rules.warn:
        return result  # the rule's message is what there is to say
    deadline = time.monotonic() + SHRINK_SECONDS
    checks = list(result.checks)
    for position, (check, check_plan) in enumerate(zip(checks, plan.checks, strict=True)):
        if check.verdict in (Verdict.FAILED, Verdict.ERROR) and check.counterexample is not None:
            minimal = shrink(plan, check_plan, oracle, student, deadline)
            if minimal is not None and minimal.counterexample is not None:
                checks[position] = replace(check, message=minimal.message, counterexample=minimal.counterexample)
    return replace(result, checks=tuple(checks))


class _Failing(Exception):
    """What Hypothesis shrinks: a case that comes out wrong."""


def shrink(
    plan: ProblemPlan, check: CheckPlan, oracle: Oracle, student: Student, deadline: float
) -> CheckResult | None:
    """Return the check's result on the smallest case that Hypothesis finds to fail; None when it finds none in time.

    Each candidate is asked of the reference and of the student through the same wall as every other case. A candidate
    that hangs or breaks the sandbox ends the search.
    """
    from hypothesis import HealthCheck, Phase, Verbosity, given, settings
    from hypothesis import seed as with_seed
    from hypothesis.errors import HypothesisException

    from torchgrade.problems.seed_only import seed_only
    from torchgrade.problems.strategies import cases_of

    best: list[tuple[int, CheckResult]] = []
    stopped = False

    @with_seed(0)
    @settings(
        max_examples=SHRINK_EXAMPLES,
        phases=[Phase.generate, Phase.shrink],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        report_multiple_bugs=False,
    )
    @given(cases_of(check.probe))
    def search(case: Case) -> None:
        nonlocal stopped
        if stopped or time.monotonic() > deadline:
            return
        size = len(encode(case))
        try:
            answer = ask(plan, check, case, oracle, student)
        except SandboxFailed:
            stopped = True
            return
        if answer.verdict is Verdict.TIMEOUT:
            stopped = True
        elif answer.verdict is not Verdict.PASSED:
            if not best or size <= best[0][0]:
                best[:] = [(size, answer)]
            raise _Failing

    with seed_only(), contextlib.suppress(_Failing, HypothesisException):
        # When the deadline comes in the middle, Hypothesis finds its failure flaky; what was found by then counts.
        search()
    return best[0][1] if best else None


def ask(plan: ProblemPlan, check: CheckPlan, case: Case, oracle: Oracle, student: Student) -> CheckResult:
    """Return what one case comes to. Raises SandboxFailed, BrokenReference."""
    single = ProblemPlan(plan.problem, (plan_with_cases(replace(check.spec, needs=()), check.probe, (case,)),))
    expected = expected_from(single, oracle.observe(single.source_task(oracle.reference(plan.problem).solution)))
    observation = student.sandbox.observe(single.task(job_files(student.submission.files), student.located.files))
    (answer,) = judge_problem(single, expected, observation).checks
    return answer
