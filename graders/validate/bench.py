"""Where validation runs solutions: one trusted worker, one plan, and what a solution came to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from torchgrade.graders.evidence import Evidence
from torchgrade.graders.judging import judge_problem
from torchgrade.graders.oracle import Expected, Oracle
from torchgrade.graders.plan import ProblemPlan, plan_problem
from torchgrade.graders.problem import Problem
from torchgrade.graders.results import ProblemResult, Verdict
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import Observation


@dataclass(frozen=True, slots=True)
class Tried:
    """A solution that was run: its result without needs or rules, and the raw replies."""

    result: ProblemResult
    replies: tuple[bytes | None, ...]
    observation: Observation

    @property
    def passed(self) -> bool:
        """Return whether every check passed."""
        return all(check.verdict is Verdict.PASSED for check in self.result.checks)

    @property
    def failed_checks(self) -> frozenset[str]:
        """Return the checks that did not pass."""
        return frozenset(check.id for check in self.result.checks if check.verdict is not Verdict.PASSED)

    def why(self) -> str:
        """Return the first failing check with its message, for the author."""
        for check in self.result.checks:
            if check.verdict is not Verdict.PASSED:
                case = f" (case: {' '.join(check.counterexample.case.split())[:300]})" if check.counterexample else ""
                return f"{check.id} is {check.verdict}: {check.message.en}{case}"
        return "every check passed"


class Bench:
    """Runs solutions of one problem."""

    def __init__(self, problem: Problem, runner: ProcessRunner) -> None:
        self.problem = problem
        self.runner = runner
        self.oracle = Oracle(runner)

    def plan(self, seed: int) -> ProblemPlan:
        """Return the problem's plan for a seed, needs taken out: each check has to stand alone."""
        plan = plan_problem(self.problem, seed=seed)
        return ProblemPlan(
            self.problem, tuple(replace(check, spec=replace(check.spec, needs=())) for check in plan.checks)
        )

    def expected(self, plan: ProblemPlan) -> Expected:
        """Return the reference's evidence."""
        return self.oracle.expected(plan)

    def evidence(self, plan: ProblemPlan) -> tuple[Evidence, ...]:
        """Return the reference's evidence of every case."""
        return self.expected(plan).evidence

    def try_source(self, plan: ProblemPlan, source: str, *, limits: Limits | None = None) -> Tried:
        """Run a solution that is one text."""
        observation = self.oracle.observe(plan.source_task(source, limits=limits))
        result = judge_problem(plan, self.expected(plan), observation)
        return Tried(result, tuple(case.reply for case in observation.cases), observation)
