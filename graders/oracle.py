"""Observe the reference, the alternatives and the mistakes: by the same worker, in a trusted process of our own."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace

from torchgrade.graders.evidence import Evidence, read_reply
from torchgrade.graders.packs.references import load_reference
from torchgrade.graders.plan import ProblemPlan
from torchgrade.graders.problem import Mistake, Problem, ReferenceSet
from torchgrade.problems.values import Raised
from torchgrade.sandbox.decode import decode
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import Ending, Observation, Task


class BrokenReference(Exception):
    """A reference solution did not answer its own checks: an author's mistake, named with the problem and the case."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The reference's evidence of every case, checks end to end: the raw replies and what they hold."""

    replies: tuple[bytes, ...]
    evidence: tuple[Evidence, ...]
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownMistake:
    """A known wrong solution and its reply to every case; None where it gave none."""

    mistake: Mistake
    replies: tuple[bytes | None, ...]


class Oracle:
    """Observes references once per plan and remembers. Safe to call from several threads."""

    def __init__(self, runner: ProcessRunner) -> None:
        self._runner = runner
        self._lock = threading.Lock()
        self._references: dict[str, ReferenceSet] = {}
        self._expected: dict[int, tuple[ProblemPlan, Expected]] = {}
        self._mistakes: dict[int, tuple[ProblemPlan, tuple[KnownMistake, ...]]] = {}

    def expected(self, plan: ProblemPlan) -> Expected:
        """Return the reference's evidence. Raises BrokenReference, PackError."""
        with self._lock:
            # Keyed by identity, with the plan kept alive beside its entry; plans hold functions and have no equality.
            if id(plan) not in self._expected:
                self._expected[id(plan)] = plan, self._observe_reference(plan)
            return self._expected[id(plan)][1]

    def remember(self, plan: ProblemPlan, expected: Expected) -> None:
        """Take the evidence of a plan that asks the same cases as one that was observed."""
        with self._lock:
            self._expected[id(plan)] = plan, expected

    def forget(self, plan: ProblemPlan) -> None:
        """Drop what is known of a plan, so that thousands of seeds don't fill the memory."""
        with self._lock:
            self._expected.pop(id(plan), None)
            self._mistakes.pop(id(plan), None)

    def mistakes(self, plan: ProblemPlan) -> tuple[KnownMistake, ...]:
        """Return the known mistakes' replies; observed when the first wrong answer asks for them."""
        with self._lock:
            if id(plan) not in self._mistakes:
                self._mistakes[id(plan)] = plan, self._observe_mistakes(plan)
            return self._mistakes[id(plan)][1]

    def observe(self, task: Task) -> Observation:
        """Observe a trusted solution. Raises SandboxFailed."""
        sandbox = self._runner.sandbox("oracle")
        try:
            return sandbox.observe(task)
        finally:
            sandbox.close()

    def reference(self, problem: Problem) -> ReferenceSet:
        """Return the secret half of a problem. Raises PackError."""
        if problem.id not in self._references:
            self._references[problem.id] = load_reference(problem)
        return self._references[problem.id]

    def _observe_reference(self, plan: ProblemPlan) -> Expected:
        task = generous(plan.source_task(self.reference(plan.problem).solution, list_modules=True))
        expected = expected_from(plan, self.observe(task))
        # What comes next, a student's turn or a mistake's, would import the same in every child.
        self._runner.warm(expected.modules)
        return expected

    def _observe_mistakes(self, plan: ProblemPlan) -> tuple[KnownMistake, ...]:
        return tuple(
            KnownMistake(mistake, tuple(case.reply for case in self.observe(plan.source_task(mistake.source)).cases))
            for mistake in self.reference(plan.problem).mistakes
        )


def expected_from(plan: ProblemPlan, observation: Observation) -> Expected:
    """Return the evidence of an observed reference. Raises BrokenReference unless every case was answered."""
    for index, case in enumerate(observation.cases):
        if case.ending is not Ending.REPLIED:
            check = plan.check_of(index)
            why = case.reason
            if observation.load_failure is not None:
                failure = decode(observation.load_failure)
                why = f"{failure.type}: {failure.message}" if isinstance(failure, Raised) else why
            raise BrokenReference(f"{plan.problem.id}: the reference gave no answer to {check.spec.id}: {why}")
    replies = tuple(case.reply for case in observation.cases if case.reply is not None)
    return Expected(replies, tuple(map(read_reply, replies)), _names(observation.modules))


def _names(modules: bytes | None) -> tuple[str, ...]:
    names = decode(modules) if modules is not None else []
    return tuple(name for name in names if isinstance(name, str)) if isinstance(names, list) else ()


def generous(task: Task) -> Task:
    """Return the task with the reference's limits: on a busy machine they end a mistake, and judge nobody."""
    limits = replace(
        task.limits,
        import_seconds=task.limits.import_seconds * 4,
        case_seconds=task.limits.case_seconds * 4,
        total_seconds=task.limits.total_seconds * 4,
    )
    return replace(task, limits=limits)


def warm_modules(expected: Sequence[Expected]) -> tuple[str, ...]:
    """Return the modules that the references made torch import: worth importing before any student code runs."""
    return tuple(sorted({name for one in expected for name in one.modules}))
