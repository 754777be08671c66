"""Mistakes that pass by luck: whoever makes one must fail whatever the draw, or two students with one error differ."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from torchgrade.graders.plan import ProblemPlan
from torchgrade.graders.problem import Mistake
from torchgrade.graders.results import ProblemResult
from torchgrade.graders.validate.bench import Bench
from torchgrade.graders.validate.findings import Finding, Severity
from torchgrade.sandbox.encode import encode

# With fewer seeds the share of telling cases is too rough to say how often a mistake will pass.
MIN_SEEDS_TO_ESTIMATE = 5
MAX_CHANCE = 1 / 1000

_CURE = "add an example of a case that tells, or strategies that make it more often"


@dataclass(slots=True)
class _Tally:
    """What one mistake came to: how many drawn cases of each check were asked, and how many it got wrong."""

    asked: dict[str, int] = field(default_factory=dict)
    wrong: dict[str, int] = field(default_factory=dict)
    passed_seed: int | None = None

    def add(self, result: ProblemResult, plan: ProblemPlan) -> None:
        for seen, check in zip(result.checks, plan.checks, strict=True):
            self.asked[seen.id] = self.asked.get(seen.id, 0) + len(check.cases)
            self.wrong[seen.id] = self.wrong.get(seen.id, 0) + len(check.cases) - seen.cases_passed

    def chance(self, seeds: int) -> float:
        """Return how likely one run asks only cases that the mistake gets right."""
        return float(math.prod((1 - self.wrong[name] / asked) ** (asked / seeds) for name, asked in self.asked.items()))

    def best(self) -> str:
        """Return the check that tells most often."""
        return max(self.asked, key=lambda name: self.wrong[name] / self.asked[name])


def lucky_mistakes(
    bench: Bench, first: ProblemPlan, mistakes: Sequence[Mistake], seeds: Sequence[int]
) -> list[Finding]:
    """Return the mistakes that some run lets pass. Those that fail an example, which every run asks, can't."""
    examples = _part(first, examples=True)
    if examples.checks:
        mistakes = [one for one in mistakes if bench.try_source(examples, one.source).passed]
    tallies = {mistake.name: _Tally() for mistake in mistakes}
    for seed in seeds:
        plan = bench.plan(seed)
        drawn = _part(plan, examples=False)
        for mistake in mistakes:
            tally = tallies[mistake.name]
            if tally.passed_seed is None:
                tried = bench.try_source(drawn, mistake.source)
                tally.add(tried.result, drawn)
                tally.passed_seed = seed if tried.passed else None
        bench.oracle.forget(drawn)
    where = f"reference/{bench.problem.id}/mistakes"
    findings = []
    for name, tally in tallies.items():
        if tally.passed_seed is not None:
            message = f"is a mistake but passes every check with seed {tally.passed_seed}; {_CURE}"
            findings.append(Finding(where=f"{where}/{name}.py", message=message))
        elif len(seeds) >= MIN_SEEDS_TO_ESTIMATE and tally.chance(len(seeds)) > MAX_CHANCE:
            best = tally.best()
            message = (
                f"fails no more than {tally.wrong[best]} of {tally.asked[best]} cases ({best}), so that about one run "
                f"in {1 / tally.chance(len(seeds)):.0f} lets it pass; {_CURE}"
            )
            findings.append(Finding(where=f"{where}/{name}.py", message=message, severity=Severity.WARNING))
    return findings


def _part(plan: ProblemPlan, *, examples: bool) -> ProblemPlan:
    """Return the plan with the explicit examples alone, or with the drawn cases alone."""
    checks = []
    for check in plan.checks:
        explicit = {encode(case) for case in check.probe.examples}
        kept = [index for index, data in enumerate(check.encoded) if (data in explicit) is examples]
        cases, encoded = tuple(check.cases[i] for i in kept), tuple(check.encoded[i] for i in kept)
        if kept:
            checks.append(replace(check, cases=cases, encoded=encoded))
    return ProblemPlan(plan.problem, tuple(checks))
