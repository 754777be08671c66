"""Mutation testing: how many small changes of the reference do the checks notice?"""

from __future__ import annotations

from dataclasses import replace

from torchgrade.graders.packs.references import EQUIVALENTS
from torchgrade.graders.plan import ProblemPlan
from torchgrade.graders.problem import Problem, ReferenceSet
from torchgrade.graders.validate.bench import Bench
from torchgrade.graders.validate.findings import Finding, Severity
from torchgrade.graders.validate.mutants import mutants
from torchgrade.graders.validate.mutants_score import Equivalent, read_equivalents, split

MAX_MUTANTS = 300
FIRST_CASES = 3


def load_equivalents(problem: Problem, reference: ReferenceSet) -> dict[str, Equivalent]:
    """Return the mutants that are marked as equivalent. Raises PackError."""
    return read_equivalents(reference.equivalent_mutants, f"reference/{problem.id}/{EQUIVALENTS}")


def mutation_score(
    bench: Bench,
    plan: ProblemPlan,
    reference: ReferenceSet,
    numbers: dict[str, float | int | str],
    *,
    least_percent: float,
) -> list[Finding]:
    """Return the survivors, as errors when too few mutants were killed, and note the score in ``numbers``.

    Raises PackError for an ``equivalent_mutants.yaml`` that can't be read.
    """
    problem = bench.problem
    equivalents = load_equivalents(problem, reference)
    # A mutant that hangs is as good as dead; don't wait for it as long as for a student.
    limits = replace(problem.limits, case_seconds=2.0, total_seconds=20.0, import_seconds=5.0)
    everything = mutants(reference.solution, limit=MAX_MUTANTS)
    few = _first_cases(plan)
    survivors = [
        mutant
        for mutant in everything
        if all(bench.try_source(cases, mutant.source, limits=limits).passed for cases in (few, plan))
    ]
    score = split(everything, survivors, equivalents)
    numbers["mutants"] = len(everything)
    numbers["mutation_percent"] = round(score.percent, 1)
    severity = Severity.ERROR if score.percent < least_percent else Severity.WARNING
    findings = [
        Finding(
            where=f"reference/{problem.id}/solution.py:{mutant.line}",
            message=f"no check notices {mutant.change} ({mutant.operator}, ordinal "
            f"{mutant.ordinal}); add a case that tells, or mark it in equivalent_mutants.yaml with a reason",
            severity=severity,
        )
        for mutant in score.survived
    ]
    if len(everything) < MAX_MUTANTS:  # beyond that many, a marked one may not have been tried
        findings += [
            Finding(
                where=f"reference/{problem.id}/{EQUIVALENTS}:{equivalents[key].line}",
                message=f"marks a mutant that does not survive: {key}; remove the entry",
            )
            for key in score.unused
        ]
    return findings


def _first_cases(plan: ProblemPlan) -> ProblemPlan:
    """Return the plan with a few cases of each check: most mutants fail these, and needn't be asked the rest."""
    return ProblemPlan(
        plan.problem,
        tuple(
            replace(check, cases=check.cases[:FIRST_CASES], encoded=check.encoded[:FIRST_CASES])
            for check in plan.checks
        ),
    )
