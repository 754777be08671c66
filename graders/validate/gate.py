"""Validate one problem, step by step, and collect everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from torchgrade.graders.judging import BrokenJudge
from torchgrade.graders.messages_simulated import first_device_error
from torchgrade.graders.oracle import BrokenReference, Expected
from torchgrade.graders.packs import Catalog, PackError, UnknownProblem, load_reference
from torchgrade.graders.plan import PlanError, ProblemPlan
from torchgrade.graders.problem import Problem, ReferenceSet
from torchgrade.graders.validate.answers import null_answers, right_answers, wrong_answers
from torchgrade.graders.validate.bench import Bench
from torchgrade.graders.validate.declared import declared_findings, where_probe
from torchgrade.graders.validate.findings import Finding, Severity, ValidationReport, found_in_pack
from torchgrade.graders.validate.luck import lucky_mistakes
from torchgrade.graders.validate.mutation import load_equivalents, mutation_score
from torchgrade.graders.validate.power import (
    checks_without_an_answer,
    forgives_half_precision,
    guessable_evidence,
)
from torchgrade.graders.validate.statements import check_statements, count_examples
from torchgrade.sandbox.process import ProcessRunner

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


def validate_named(problems: Catalog, name: str, runner: ProcessRunner, effort: Effort) -> ValidationReport:
    """Load a problem with its reference and validate it; what keeps it from loading is reported the same way."""
    findings: list[Finding] = []
    try:
        problem = problems.problem(name)
        reference = load_reference(problem)
    except PackError as error:
        findings += found_in_pack(error.mistakes)
    except UnknownProblem as error:
        findings.append(Finding(where=name, message=str(error)))
    else:
        return validate_problem(problem, reference, runner, effort)
    return ValidationReport(problem=name, findings=tuple(findings), numbers={})


def validate_problem(
    problem: Problem, reference: ReferenceSet, runner: ProcessRunner, effort: Effort
) -> ValidationReport:
    """Return everything that is wrong with a loaded problem. Raises SandboxFailed only."""
    numbers: dict[str, float | int | str] = {
        "alternatives": len(reference.alternatives),
        "mistakes": len(reference.mistakes),
    }
    findings = [*declared_findings(problem, reference), *count_examples(problem)]
    try:
        load_equivalents(problem, reference)
    except PackError as error:
        findings += found_in_pack(error.mistakes)
        effort = replace(effort, mutants=False)  # what is marked decides which mutants count
    try:
        findings += _run(Bench(problem, runner), reference, effort, numbers)
    except PlanError as error:
        findings.append(Finding(where=f"problems/{problem.id}/checks.py:{error.line}", message=str(error)))
    except BrokenReference as error:
        findings.append(Finding(where=f"reference/{problem.id}/solution.py", message=str(error)))
    except BrokenJudge as error:
        findings.append(Finding(where=where_probe(problem, error.check), message=str(error)))
    return ValidationReport(problem=problem.id, findings=tuple(findings), numbers=numbers)


def _run(bench: Bench, reference: ReferenceSet, effort: Effort, numbers: dict[str, float | int | str]) -> list[Finding]:
    """Return what shows when solutions run. Raises PlanError, BrokenReference, SandboxFailed."""
    problem = bench.problem
    plan = bench.plan(seed=0)
    expected = bench.expected(plan)
    silent = checks_without_an_answer(plan, expected)
    if len(silent) == len(plan.checks):
        first = expected.evidence[0].raised
        assert first is not None
        where = f"reference/{problem.id}/solution.py"
        return [Finding(where=where, message=f"raises in every case: {first.type}: {first.message}")]
    if silent:
        return silent
    needs = {check.id: check.needs for check in problem.checks}
    findings = guessable_evidence(plan, expected, needs)
    findings += forgives_half_precision(plan, expected)
    findings += _case_counts(plan)
    findings += _fails_on_gpu_itself(plan, expected)
    findings += check_statements(bench, reference.solution)
    right = right_answers(bench, plan, reference, effort.seeds)
    numbers["seeds"] = effort.seeds
    numbers["slowest_case_seconds"] = round(right.slowest_seconds, 4)
    wrong = wrong_answers(bench, plan, reference)
    findings += [*right.findings, *wrong.findings]
    findings += lucky_mistakes(bench, plan, wrong.caught, range(1, effort.mistake_seeds))
    findings += null_answers(bench, plan)
    if effort.mutants:
        findings += mutation_score(bench, plan, reference, numbers, least_percent=MIN_MUTATION_PERCENT)
    return findings


def _case_counts(plan: ProblemPlan) -> list[Finding]:
    findings = []
    for check in plan.checks:
        name, wanted, examples = check.spec.id, check.spec.cases, len(check.probe.examples)
        where = f"problems/{plan.problem.id}/problem.yaml:{check.spec.line or 1}"
        if examples > wanted and not check.spec.simulated:
            message = f"{name}: asks {wanted} cases, fewer than its {examples} examples; ask for more"
            findings.append(Finding(where=where, message=message))
        elif len(check.cases) < wanted // 2:
            message = (
                f"{name}: its strategies make only {len(check.cases)} of {wanted} cases; widen them, or ask for "
                "fewer cases"
            )
            findings.append(Finding(where=where, message=message, severity=Severity.WARNING))
    return findings


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
