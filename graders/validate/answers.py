"""Run what is known to be right, what is known to be wrong, and what knows nothing of the problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from torchgrade.graders.diagnosis import same_evidence
from torchgrade.graders.evidence import read_reply
from torchgrade.graders.oracle import BrokenReference, Expected
from torchgrade.graders.plan import ProblemPlan
from torchgrade.graders.problem import Mistake, ReferenceSet
from torchgrade.graders.results import Verdict
from torchgrade.graders.validate.bench import Bench, Tried
from torchgrade.graders.validate.declared import right_sources, where_probe
from torchgrade.graders.validate.findings import Finding, Severity
from torchgrade.graders.validate.nulls import null_solutions
from torchgrade.graders.validate.power import judges_against_the_reference

TIME_FACTOR = 5
_SLIPS = ("NameError", "ImportError", "ModuleNotFoundError")


@dataclass(frozen=True, slots=True)
class RightAnswers:
    """What came of running everything right on many seeds."""

    findings: tuple[Finding, ...]
    slowest_seconds: float


def right_answers(bench: Bench, first: ProblemPlan, reference: ReferenceSet, seeds: int) -> RightAnswers:
    """Run everything right on all seeds. A failure of one seed in thousands is a flake, and an error."""
    problem = bench.problem
    findings: list[Finding] = []
    judges: dict[str, Finding] = {}
    broken: set[str] = set()
    slowest = 0.0
    for seed in range(seeds):
        plan = first if seed == 0 else bench.plan(seed)
        try:
            expected = bench.expected(plan)
        except BrokenReference as error:
            findings.append(Finding(where=f"reference/{problem.id}/solution.py", message=f"seed {seed}: {error}"))
            break
        judges = judges_against_the_reference(plan, expected) | judges
        for name, source in right_sources(reference).items():
            if name in broken:
                continue
            tried = bench.try_source(plan, source)
            slowest = max(slowest, *(case.seconds for case in tried.observation.cases))
            if not tried.passed:
                broken.add(name)
                message = f"is right but fails, seed {seed}: {tried.why()}"
                findings.append(Finding(where=f"reference/{problem.id}/{name}", message=message))
        bench.oracle.forget(plan)
    if slowest * TIME_FACTOR > problem.limits.case_seconds:
        message = (
            f"limits.case_seconds is {problem.limits.case_seconds:g}; right answers took {slowest:.2f} s, "
            f"give at least {TIME_FACTOR} times that"
        )
        where = f"problems/{problem.id}/problem.yaml"
        findings.append(Finding(where=where, message=message, severity=Severity.WARNING))
    return RightAnswers((*findings, *judges.values()), slowest)


@dataclass(frozen=True, slots=True)
class WrongAnswers:
    """What came of running everything wrong once; ``caught`` are the mistakes that some check failed."""

    findings: tuple[Finding, ...]
    caught: tuple[Mistake, ...]


def wrong_answers(bench: Bench, plan: ProblemPlan, reference: ReferenceSet) -> WrongAnswers:
    """Run the starter and every mistake."""
    problem = bench.problem
    findings: list[Finding] = []
    if bench.try_source(plan, problem.starter).passed:
        findings.append(Finding(where=f"problems/{problem.id}/starter.py:1", message="passes every check"))
    tried = {mistake.name: bench.try_source(plan, mistake.source) for mistake in reference.mistakes}
    for name, outcome in tried.items():
        where = f"reference/{problem.id}/mistakes/{name}.py"
        if outcome.passed:
            message = "is a mistake but passes every check; add a check or a case that tells"
            findings.append(Finding(where=where, message=message))
        if outcome.observation.load_failure is not None:
            findings.append(Finding(where=where, message=f"can't even be imported: {outcome.why()}"))
        elif not outcome.passed and _only_stumbles(bench.expected(plan), outcome):
            findings.append(Finding(where=where, message=f"stumbles over a name before it is wrong: {outcome.why()}"))
    for check in plan.checks:
        if not any(check.spec.id in outcome.failed_checks for outcome in tried.values()):
            where = f"problems/{problem.id}/problem.yaml:{check.spec.line or 1}"
            message = f"{check.spec.id}: no mistake fails it; add the one it is there to catch"
            findings.append(Finding(where=where, message=message))
    findings += _same_mistakes(plan, tried)
    caught = tuple(mistake for mistake in reference.mistakes if not tried[mistake.name].passed)
    return WrongAnswers(tuple(findings), caught)


def _only_stumbles(expected: Expected, tried: Tried) -> bool:
    """Return whether all that is wrong comes from a name that is not there: a slip of the author's, no mistake."""
    wrong = [reply for right, reply in zip(expected.replies, tried.replies, strict=True) if reply != right]
    raised = [read_reply(reply).raised for reply in wrong if reply is not None]
    return len(raised) == len(wrong) and all(one is not None and one.type in _SLIPS for one in raised)


def _same_mistakes(plan: ProblemPlan, tried: Mapping[str, Tried]) -> Iterator[Finding]:
    names = [name for name in tried if not tried[name].passed]
    for position, name in enumerate(names):
        for other in names[position + 1 :]:
            if same_evidence(plan, tried[name].replies, tried[other].replies):
                yield Finding(
                    where=f"reference/{plan.problem.id}/mistakes/{other}.py",
                    message=f"shows the same evidence as {name}.py: either it is the same mistake, or a check that "
                    "tells them apart is missing",
                )


def null_answers(bench: Bench, plan: ProblemPlan) -> list[Finding]:
    """Return the checks whose points some answer earns that looks at nothing."""
    problem = bench.problem
    specs = problem.checks  # with their needs, which the bench's plans leave out
    with_needs = ProblemPlan(
        problem, tuple(replace(check, spec=spec) for check, spec in zip(plan.checks, specs, strict=True))
    )
    bench.oracle.remember(with_needs, bench.expected(plan))
    earned: dict[str, list[str]] = {}
    for name, source in null_solutions(problem.entry_points).items():
        for check in bench.try_source(with_needs, source).result.checks:
            if check.verdict is Verdict.PASSED and check.max_score:
                earned.setdefault(check.id, []).append(name)
    return [_earned(with_needs, check, names) for check, names in earned.items()]


def _either(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if names[1:] else names[0]


def _earned(plan: ProblemPlan, check: str, names: Sequence[str]) -> Finding:
    points = next(one.points for one in plan.problem.checks if one.id == check)
    everything = len(names) == len(null_solutions(plan.problem.entry_points))
    answers = "answers anything at all" if everything else f"always answers with {_either(names)}"
    return Finding(
        where=where_probe(plan.problem, check),
        message=f"{check}: a solution that {answers} earns its points ({points}). Let the check need "
        "another, or return evidence that depends on the case",
    )
