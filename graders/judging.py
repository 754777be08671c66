"""From what was seen of a solution to results: compare every case with the reference, and decide. Pure.

A reply that is byte for byte the reference's is right without a look inside. Any other is decoded strictly and
compared; of the wrong ones, the smallest is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from torchgrade.graders.compare import Difference, compare, show_both, show_case
from torchgrade.graders.compare.show import plain
from torchgrade.graders.evidence import NOT_EVIDENCE, Evidence, is_out_of_memory, read_reply
from torchgrade.graders.messages import (
    blocked_message,
    changed_input_message,
    ending_message,
    import_failed_message,
    not_graded_message,
    passed_message,
    raised_message,
    unchanged_input_message,
)
from torchgrade.graders.messages_simulated import would_fail_message
from torchgrade.graders.oracle import Expected
from torchgrade.graders.plan import Case, CheckPlan, ProblemPlan
from torchgrade.graders.problem import CheckSpec, Problem
from torchgrade.graders.results import (
    CheckResult,
    Counterexample,
    ProblemResult,
    ProblemStatus,
    RuleResult,
    Verdict,
)
from torchgrade.graders.score import problem_score
from torchgrade.graders.submission import Fault, FaultKind
from torchgrade.graders.text import Text
from torchgrade.graders.verdict import CheckFacts, decide
from torchgrade.problems.values import Raised, TensorValue, Value
from torchgrade.sandbox.decode import Malformed, decode
from torchgrade.sandbox.protocol import CaseOutcome, Ending, Observation

_MOST_JUDGED = 600  # characters of a judge's words
_TIMEOUTS = (Ending.IMPORT_TIMEOUT, Ending.CASE_TIMEOUT, Ending.TOTAL_TIMEOUT)


class BrokenJudge(Exception):
    """A check's judge returned something that is no judgement: an author's mistake, named with the check."""

    def __init__(self, check: str, said: object) -> None:
        super().__init__(
            f"the judge of {check} returned {said!r}; it must return None where the answer is right, and otherwise a "
            "text or a pair of texts, English and Korean"
        )
        self.check = check


@dataclass(frozen=True, slots=True)
class Wrong:
    """One case that came out wrong: why, and for staff what was expected and what came."""

    message: Text
    counterexample: Counterexample
    raised: Raised | None


@dataclass(frozen=True, slots=True)
class JudgedCheck:
    """A check before its needs are looked at."""

    plan: CheckPlan
    facts: CheckFacts
    message: Text
    wrong: Wrong | None
    seconds: float


def judge_problem(
    plan: ProblemPlan, expected: Expected, observation: Observation, rules: Sequence[RuleResult] = ()
) -> ProblemResult:
    """Return the result of a problem whose solution was run."""
    problem = plan.problem
    broken = next((rule for rule in rules if not rule.ok), None) if not problem.rules.warn else None
    judged: list[JudgedCheck] = []
    violation: str | None = None
    first = 0
    for check in plan.checks:
        end = first + len(check.cases)
        try:
            judged.append(_judge_check(problem, check, expected, observation, first, rule=broken))
        except Malformed as error:
            # Bytes that break the grammar of values came from no worker of ours: whoever sent them sent everything.
            violation = violation or str(error)
        first = end
    if violation is not None:
        outcome = CaseOutcome(ending=Ending.VIOLATION, reason=f"it sent evidence that is none: {violation}")
        return judge_problem(plan, expected, replace(observation, cases=(outcome,) * len(observation.cases)), rules)
    checks = _with_needs(judged)
    return ProblemResult(
        id=problem.id,
        status=ProblemStatus.GRADED,
        score=problem_score(checks),
        max_score=problem.points,
        rules=tuple(rules),
        stdout=observation.stdout,
        stderr=_notices(observation) + observation.stderr,
        checks=checks,
    )


def rejected_problem(problem: Problem, fault: Fault) -> ProblemResult:
    """Return the result of a problem that could not be run because of what was handed in: no points."""
    verdict = decide(CheckFacts(planned=1, answered=0, equal=0, upload_fault=fault.kind))
    checks = tuple(_unseen_check(spec, verdict, fault.message) for spec in problem.checks)
    return ProblemResult(
        id=problem.id,
        status=ProblemStatus.REJECTED,
        score=0,
        max_score=problem.points,
        checks=checks,
    )


def not_graded_problem(problem: Problem, reason: str) -> ProblemResult:
    """Return the result of a problem that we failed to grade: no score at all, never a zero."""
    verdict = decide(CheckFacts(planned=1, answered=0, equal=0, infrastructure_failed=True))
    message = not_graded_message(reason)
    return ProblemResult(
        id=problem.id,
        status=ProblemStatus.NOT_GRADED,
        score=None,
        max_score=problem.points,
        checks=tuple(_unseen_check(spec, verdict, message) for spec in problem.checks),
    )


def missing_problem(problem: Problem) -> ProblemResult:
    """Return the result of a problem for a student who handed in nothing."""
    message = Text("Nothing was handed in.", "제출한 것이 없습니다.")
    return rejected_problem(problem, Fault(kind=FaultKind.ERROR, file=None, message=message))


def _unseen_check(spec: CheckSpec, verdict: Verdict, message: Text) -> CheckResult:
    return CheckResult(
        id=spec.id,
        title=spec.title or Text(spec.id, spec.id),
        verdict=verdict,
        score=0,
        max_score=spec.points,
        visibility=spec.visibility,
        cases=spec.cases,
        cases_passed=0,
        seconds=0.0,
        message=message,
    )


def _judge_check(
    problem: Problem,
    check: CheckPlan,
    expected: Expected,
    observation: Observation,
    first: int,
    *,
    rule: RuleResult | None,
) -> JudgedCheck:
    outcomes = observation.cases[first : first + len(check.cases)]
    wrongs: list[Wrong] = []
    sizes: list[tuple[bool, int]] = []
    equal = answered = 0
    for offset, (case, outcome) in enumerate(zip(check.cases, outcomes, strict=True)):
        if outcome.ending is not Ending.REPLIED or outcome.reply is None:
            continue
        answered += 1
        if outcome.reply == expected.replies[first + offset]:
            equal += 1
            continue
        actual = read_reply(outcome.reply)
        if not actual.changed.keys() <= case.keys():
            raise Malformed("it names inputs that the case has not")
        wrong = judge_case(check, case, expected.evidence[first + offset], actual)
        if wrong is None:
            equal += 1
        else:
            wrongs.append(wrong)
            sizes.append(_size(case, check.encoded[offset]))
    endings = {outcome.ending for outcome in outcomes}
    smallest = wrongs[sizes.index(min(sizes))] if wrongs else None
    facts = CheckFacts(
        planned=len(check.cases),
        answered=answered,
        equal=equal,
        protocol_broken=Ending.VIOLATION in endings,
        rule_broken=rule is not None,
        output_limit_hit=bool(endings & {Ending.OUTPUT_LIMIT, Ending.REPLY_LIMIT}),
        memory_limit_hit=Ending.MEMORY_LIMIT in endings,
        timed_out=bool(endings & set(_TIMEOUTS)),
        reported_out_of_memory=any(wrong.raised is not None and is_out_of_memory(wrong.raised) for wrong in wrongs),
        # Every wrong case an exception: an error. Some answers plain wrong: the student should hear of those first.
        raised=bool(wrongs) and all(wrong.raised is not None for wrong in wrongs),
    )
    return JudgedCheck(
        check,
        facts,
        _message(problem, facts, outcomes, observation, smallest, rule),
        smallest,
        sum(outcome.seconds for outcome in outcomes),
    )


def _size(case: Case, encoded: bytes) -> tuple[bool, int]:
    """Return what orders cases by how well they explain. An empty tensor is small, but shows little."""
    return any(_is_empty(value) for value in case.values()), len(encoded)


def _is_empty(value: Value) -> bool:
    if isinstance(value, TensorValue):
        return 0 in value.shape
    if isinstance(value, dict):
        return any(map(_is_empty, value.values()))
    return isinstance(value, list | tuple) and any(map(_is_empty, value))


def judge_case(check: CheckPlan, case: Case, expected: Evidence, actual: Evidence) -> Wrong | None:
    """Return why a case's evidence is wrong, or None where it is right."""
    message: Text | None
    difference: Difference | None = None
    raised = actual.raised if expected.raised is None else None
    if raised is not None:
        message = raised_message(raised)
    elif check.probe.judged_by is not None and expected.raised is None:
        message = _ask_judge(check, case, expected, actual)
    else:
        if actual.raised is not None and actual.raised.type == NOT_EVIDENCE:
            raised = actual.raised
        difference = compare(expected.value, actual.value, check.tolerance, inputs=case)
        message = difference.message if difference is not None else None
    if message is None:
        message = _changed_inputs(expected, actual, check)
    if message is None:
        return None
    if check.spec.simulated:
        message = would_fail_message(expected.value, actual.value, difference) or message
    shown_expected, shown_actual = show_both(expected.value, actual.value)
    counterexample = Counterexample(
        case=show_case(case), expected=shown_expected, actual=shown_actual, difference=message.en
    )
    return Wrong(message, counterexample, raised)


def _ask_judge(check: CheckPlan, case: Case, expected: Evidence, actual: Evidence) -> Text | None:
    judge = check.probe.judged_by
    assert judge is not None
    try:
        said = judge(case, expected.value, actual.value)
    except Exception:  # noqa: BLE001 - the driver around author code
        # A judge that stumbles over hostile evidence has not accepted it. `validate` runs judges on right answers.
        return Text("The answer is not of the form that was asked for.", "답이 요구한 형식이 아닙니다.")
    if said is None:
        return None
    match said:
        case str():
            return _judged(said, said)
        case (str() as english, str() as korean):
            return _judged(english, korean)
        case _:
            raise BrokenJudge(check.spec.id, said)


def _judged(english: str, korean: str) -> Text:
    # A judge may quote what it was given, and that may be as long as a reply.
    return Text(plain(english, max_chars=_MOST_JUDGED), plain(korean, max_chars=_MOST_JUDGED))


def _changed_inputs(expected: Evidence, actual: Evidence, check: CheckPlan) -> Text | None:
    """Return what is wrong with the inputs after the call: the same ones must have changed, to the same values."""
    extra = sorted(set(actual.changed) - set(expected.changed))
    if extra:
        return changed_input_message(extra)
    wrong = [
        name
        for name, value in expected.changed.items()
        if name not in actual.changed or compare(value, actual.changed[name], check.tolerance) is not None
    ]
    return unchanged_input_message(wrong) if wrong else None


def _message(
    problem: Problem,
    facts: CheckFacts,
    outcomes: Sequence[CaseOutcome],
    observation: Observation,
    smallest: Wrong | None,
    rule: RuleResult | None,
) -> Text:
    verdict = decide(facts)
    if verdict is Verdict.PASSED:
        return passed_message(facts.planned)
    if verdict is Verdict.FAILED and rule is not None:
        return rule.message
    unanswered = next((one for one in outcomes if one.ending not in (Ending.REPLIED, Ending.SKIPPED)), None)
    skipped = next((one for one in outcomes if one.ending is Ending.SKIPPED), None)
    if verdict in (Verdict.FAILED, Verdict.ERROR) and smallest is not None:
        return smallest.message
    if verdict is Verdict.MEMORY_LIMIT and not facts.memory_limit_hit and smallest is not None:
        return smallest.message
    if unanswered is not None and unanswered.ending is Ending.LOAD_FAILED:
        return import_failed_message(_load_failure(observation))
    stopped = unanswered or skipped
    if stopped is not None:
        return ending_message(stopped.ending, stopped.reason, problem.limits)
    return Text("The answers do not match.", "답이 맞지 않습니다.")


def _load_failure(observation: Observation) -> Raised | None:
    if observation.load_failure is None:
        return None
    try:
        value = decode(observation.load_failure)
    except Malformed:
        return None
    return value if isinstance(value, Raised) else None


def _notices(observation: Observation) -> str:
    """Return a line for every notebook cell that raised, as the child told; the student's own words."""
    lines = []
    for notice in observation.notices:
        try:
            value = decode(notice)
        except Malformed:
            continue
        match value:
            case (str() as file, int() as cell, Raised() as error):
                lines.append(f"[{plain(file)}, cell {cell} raised {plain(error.type)}: {plain(error.message)}]\n")
            case _:
                continue
    return "".join(lines)


def _with_needs(judged: Sequence[JudgedCheck]) -> tuple[CheckResult, ...]:
    """Decide every check, those that others need first; needs have no cycles (the pack loader saw to it)."""
    by_id: Mapping[str, JudgedCheck] = {one.plan.spec.id: one for one in judged}
    verdicts: dict[str, Verdict] = {}

    def verdict_of(check: str) -> Verdict:
        if check not in verdicts:
            one = by_id[check]
            unmet = _unmet(one.plan.spec, by_id, verdict_of)
            verdicts[check] = decide(replace(one.facts, need_unmet=bool(unmet)))
        return verdicts[check]

    results = []
    for one in judged:
        spec = one.plan.spec
        verdict = verdict_of(spec.id)
        blocked = verdict is Verdict.BLOCKED
        results.append(
            CheckResult(
                id=spec.id,
                title=one.plan.title,
                verdict=verdict,
                score=spec.points if verdict is Verdict.PASSED else 0,
                max_score=spec.points,
                visibility=spec.visibility,
                cases=one.facts.planned,
                cases_passed=one.facts.equal,
                seconds=round(one.seconds, 3),
                message=blocked_message(_unmet(spec, by_id, verdict_of)) if blocked else one.message,
                counterexample=one.wrong.counterexample
                if one.wrong is not None and verdict in (Verdict.FAILED, Verdict.ERROR)
                else None,
            )
        )
    return tuple(results)


def _unmet(spec: CheckSpec, by_id: Mapping[str, JudgedCheck], verdict_of: object) -> list[str]:
    assert callable(verdict_of)
    # In a local check only public checks were asked; a need that was not asked can't be held against anybody.
    return [need for need in spec.needs if need in by_id and verdict_of(need) is not Verdict.PASSED]
