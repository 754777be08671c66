"""Validate one problem, step by step, and collect everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from torchgrade.graders.diagnosis import same_evidence
from torchgrade.graders.locate import Located, locate
from torchgrade.graders.messages_simulated import first_device_error
from torchgrade.graders.oracle import BrokenReference, Expected
from torchgrade.graders.plan import PlanError, ProblemPlan
from torchgrade.graders.problem import Problem, ReferenceSet
from torchgrade.graders.results import Verdict
from torchgrade.graders.rules import check_rules
from torchgrade.graders.submission import SourceFile, Submission
from torchgrade.graders.validate.bench import Bench, Tried
from torchgrade.graders.validate.findings import Finding, Severity, ValidationReport
from torchgrade.graders.validate.mutation import mutation_score
from torchgrade.graders.validate.nulls import null_solutions
from torchgrade.graders.validate.power import forgives_half_precision, guessable_evidence
from torchgrade.graders.validate.statements import check_statements
from torchgrade.sandbox.process import ProcessRunner

MIN_ALTERNATIVES = 2
MIN_MISTAKES = 8
TIME_FACTOR = 5
MIN_MUTATION_PERCENT = 95.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How hard to try: seeds that right answers must pass, and whether the reference is mutated.

    Mistakes must fail with a tenth of the seeds: they are many, and one that gets through is seen sooner than a flake.
    """

    seeds: int = 200
    mutants: bool = True

    @property
    def mistake_seeds(self) -> int:
        """Return the number of seeds that every mistake must fail with."""
        return max(1, self.seeds // 10)


def validate_problem(
    problem: Problem, reference: ReferenceSet, runner: ProcessRunner, effort: Effort
) -> ValidationReport:
    """Return everything that is wrong with a loaded problem. Raises SandboxFailed only."""
    numbers: dict[str, float | int | str] = {
        "alternatives": len(reference.alternatives),
        "mistakes": len(reference.mistakes),
    }
    findings = _counts(problem, reference) + _rules(problem, reference)
    bench = Bench(problem, runner)
    try:
        plan = bench.plan(seed=0)
        expected = bench.expected(plan)
    except (PlanError, BrokenReference) as error:
        findings.append(Finding(where=f"problems/{problem.id}", message=str(error)))
        return ValidationReport(problem=problem.id, findings=tuple(findings), numbers=numbers)
    first = expected.evidence[0].raised
    if first is not None and all(evidence.raised is not None for evidence in expected.evidence):
        where = f"reference/{problem.id}/solution.py"
        findings.append(Finding(where=where, message=f"raises in every case: {first.type}: {first.message}"))
        return ValidationReport(problem=problem.id, findings=tuple(findings), numbers=numbers)
    needs = {check.id: check.needs for check in problem.checks}
    findings += guessable_evidence(plan, expected, needs)
    findings += forgives_half_precision(plan, expected)
    findings += _few_cases(plan)
    findings += _fails_on_gpu_itself(plan, expected)
    findings += check_statements(bench, reference.solution)
    findings += _right_answers(bench, plan, reference, effort, numbers)
    findings += _wrong_answers(bench, plan, reference)
    findings += _lucky_mistakes(bench, reference, effort)
    findings += _nulls(bench, plan)
    if effort.mutants:
        findings += mutation_score(bench, plan, reference, numbers, least_percent=MIN_MUTATION_PERCENT)
    return ValidationReport(problem=problem.id, findings=tuple(findings), numbers=numbers)


def _counts(problem: Problem, reference: ReferenceSet) -> list[Finding]:
    findings = []
    where = f"reference/{problem.id}"
    if len(reference.alternatives) < MIN_ALTERNATIVES:
        findings.append(
            Finding(
                where=f"{where}/alternatives",
                message=f"there are {len(reference.alternatives)} right solutions written differently; "
                f"give at least {MIN_ALTERNATIVES}",
            )
        )
    if len(reference.mistakes) < MIN_MISTAKES:
        findings.append(
            Finding(
                where=f"{where}/mistakes",
                message=f"there are {len(reference.mistakes)} typical mistakes; give at least {MIN_MISTAKES}",
            )
        )
    if len(problem.hints) < 2:
        findings.append(
            Finding(
                where=f"problems/{problem.id}/problem.yaml", message="hints: give two, a gentle one and a clear one"
            )
        )
    findings += [
        Finding(
            where=f"problems/{problem.id}/problem.yaml:{check.line or 1}",
            message=f"{check.id}: title.ko is missing: the Korean twin of the probe's docstring",
        )
        for check in problem.checks
        if check.title is None or check.title.ko == check.title.en
    ]
    if not any(check.visibility == "public" and check.points for check in problem.checks):
        findings.append(Finding(where=f"problems/{problem.id}/problem.yaml", message="no public check has points"))
    return findings


def _rules(problem: Problem, reference: ReferenceSet) -> list[Finding]:
    findings = []
    sources = {"solution.py": reference.solution} | {
        f"alternatives/{name}.py": source for name, source in reference.alternatives.items()
    }
    for name, source in sources.items():
        located = dict.fromkeys(problem.entry_points, name)
        for rule in check_rules(problem.rules, sources={name: source}, located=located):
            if not rule.ok:
                findings.append(
                    Finding(where=f"reference/{problem.id}/{name}:{rule.line or 1}", message=rule.message.en)
                )
    starter = Submission(
        student="starter",
        path=problem.folder,
        sha256="",
        files=(SourceFile(name="starter.py", source=problem.starter),),
    )
    if not isinstance(locate(problem, starter), Located):
        findings.append(
            Finding(
                where=f"problems/{problem.id}/starter.py",
                message=f"must define {', '.join(problem.entry_points)}, so that a student has a place to write",
            )
        )
    return findings


def _few_cases(plan: ProblemPlan) -> list[Finding]:
    return [
        Finding(
            where=f"problems/{plan.problem.id}/problem.yaml",
            message=f"{check.spec.id}: its strategies make only {len(check.cases)} of {check.spec.cases} cases",
            severity=Severity.WARNING,
        )
        for check in plan.checks
        if len(check.cases) < check.spec.cases // 2
    ]


def _fails_on_gpu_itself(plan: ProblemPlan, expected: Expected) -> list[Finding]:
    """Return the simulated checks in which the reference mixes devices: every answer that does too would pass."""
    findings = []
    for case, evidence in enumerate(expected.evidence):
        check = plan.check_of(case).spec
        error = first_device_error(evidence.value)
        if check.simulated and error is not None:
            findings.append(
                Finding(
                    where=f"problems/{plan.problem.id}/problem.yaml:{check.line or 1}",
                    message=f"{check.id}: the reference, or the probe, fails on the simulated GPU: {error.message}",
                )
            )
    return findings[:1]


def _right_answers(
    bench: Bench,
    plan: ProblemPlan,
    reference: ReferenceSet,
    effort: Effort,
    numbers: dict[str, float | int | str],
) -> list[Finding]:
    """Run everything right on all seeds. A failure of one seed in thousands is a flake, and an error."""
    problem = bench.problem
    findings: list[Finding] = []
    broken: set[str] = set()
    slowest = 0.0
    sources = {"solution.py": reference.solution} | {
        f"alternatives/{name}.py": source for name, source in reference.alternatives.items()
    }
    for seed in range(effort.seeds):
        current = plan if seed == 0 else bench.plan(seed)
        for name, source in sources.items():
            if name in broken:
                continue
            tried = bench.try_source(current, source)
            slowest = max(slowest, *(case.seconds for case in tried.observation.cases))
            if not tried.passed:
                broken.add(name)
                findings.append(
                    Finding(
                        where=f"reference/{problem.id}/{name}",
                        message=f"is right but fails, seed {seed}: {tried.why()}",
                    )
                )
        bench.oracle.forget(current)
    numbers["seeds"] = effort.seeds
    numbers["slowest_case_seconds"] = round(slowest, 4)
    if slowest * TIME_FACTOR > problem.limits.case_seconds:
        findings.append(
            Finding(
                where=f"problems/{problem.id}/problem.yaml",
                message=f"limits.case_seconds is {problem.limits.case_seconds:g}; right answers took {slowest:.2f} s, "
                f"give at least {TIME_FACTOR} times that",
                severity=Severity.WARNING,
            )
        )
    return findings


def _wrong_answers(bench: Bench, plan: ProblemPlan, reference: ReferenceSet) -> list[Finding]:
    problem = bench.problem
    findings: list[Finding] = []
    failed: set[str] = set()
    starter = bench.try_source(plan, problem.starter)
    if starter.passed:
        findings.append(Finding(where=f"problems/{problem.id}/starter.py", message="passes every check"))
    tried: dict[str, Tried] = {}
    for mistake in reference.mistakes:
        outcome = tried[mistake.name] = bench.try_source(plan, mistake.source)
        failed |= outcome.failed_checks
        where = f"reference/{problem.id}/mistakes/{mistake.name}.py"
        if outcome.passed:
            findings.append(Finding(where=where, message="is a mistake but passes every check"))
        if outcome.observation.load_failure is not None:
            findings.append(Finding(where=where, message=f"can't even be imported: {outcome.why()}"))
    for check in plan.checks:
        if check.spec.id not in failed:
            findings.append(
                Finding(
                    where=f"problems/{problem.id}/problem.yaml:{check.spec.line or 1}",
                    message=f"{check.spec.id}: no mistake fails it; add the one it is there to catch",
                )
            )
    names = list(tried)
    for position, name in enumerate(names):
        for other in names[position + 1 :]:
            if same_evidence(plan, tried[name].replies, tried[other].replies):
                findings.append(
                    Finding(
                        where=f"reference/{problem.id}/mistakes/{other}.py",
                        message=f"shows the same evidence as {name}.py: either it is the same mistake, or a check that "
                        "tells them apart is missing",
                    )
                )
    return findings


def _lucky_mistakes(bench: Bench, reference: ReferenceSet, effort: Effort) -> list[Finding]:
    """Run the mistakes on more seeds: a student who makes one must not pass by the luck of the draw."""
    findings: list[Finding] = []
    lucky: set[str] = set()
    for seed in range(1, effort.mistake_seeds):
        plan = bench.plan(seed)
        for mistake in reference.mistakes:
            if mistake.name not in lucky and bench.try_source(plan, mistake.source).passed:
                lucky.add(mistake.name)
                findings.append(
                    Finding(
                        where=f"reference/{bench.problem.id}/mistakes/{mistake.name}.py",
                        message=f"is a mistake but passes every check with seed {seed}; "
                        "add an example of a case that tells",
                    )
                )
        bench.oracle.forget(plan)
    return findings


def _nulls(bench: Bench, plan: ProblemPlan) -> list[Finding]:
    findings = []
    with_needs = ProblemPlan(
        plan.problem,
        tuple(replace(check, spec=spec) for check, spec in zip(plan.checks, plan.problem.checks, strict=True)),
    )
    expected = bench.expected(plan)
    bench.oracle.remember(with_needs, expected)
    for name, source in null_solutions(plan.problem.entry_points).items():
        tried = bench.try_source(with_needs, source)
        earned = [check for check in tried.result.checks if check.verdict is Verdict.PASSED and check.max_score]
        if earned:
            points = ", ".join(f"{check.id} ({check.max_score})" for check in earned)
            findings.append(
                Finding(
                    where=f"problems/{plan.problem.id}/checks.py",
                    message=f"a solution that always answers with {name} earns points: {points}. Let the check need "
                    "another, or return evidence that depends on the case",
                )
            )
    return findings
