"""Observe references on a GPU: by the same worker as on the CPU, in a trusted process, before any student's turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from torchgrade.graders.gpu import Asked, asked_on_gpu, gpu_plan, has_sums, raising_cases
from torchgrade.graders.oracle import Oracle, generous
from torchgrade.graders.plan import ProblemPlan
from torchgrade.sandbox.protocol import Ending, Runner, SandboxFailed, Task


def ask_on_gpu(
    plans: Sequence[ProblemPlan], oracle: Oracle, runner: Runner, say: Callable[[str], None]
) -> Mapping[str, Asked]:
    """Return by its id how each problem is asked on a GPU of ``runner``. Raises SandboxFailed, BrokenReference.

    All at once and first: a slot that asked for a GPU in the middle of a submission would wait for its own.
    """
    asked: dict[str, Asked] = {}
    sandbox = runner.sandbox("the reference")
    try:
        for plan in plans:
            expected, reference = oracle.expected(plan), oracle.reference(plan.problem)
            sums = has_sums(reference.solution) or has_sums(plan.problem.checks_source)
            task = generous(plan.source_task(reference.solution))
            task = replace(task, device="cuda", on_cpu=raising_cases(expected))
            observation = sandbox.observe(task)
            _see_that_it_answered(plan, task, [case.ending for case in observation.cases], observation.stderr)
            one = asked_on_gpu(gpu_plan(plan, sums=sums), expected, observation.cases)
            if one.on_cpu:
                say(
                    f"note: {plan.problem.id}: {len(one.on_cpu)} of {len(expected.replies)} cases stay on the CPU: "
                    "the reference raises in them, or does not answer on the GPU what it answers on the CPU"
                )
            asked[plan.problem.id] = one
    finally:
        sandbox.close()
    return asked


def _see_that_it_answered(plan: ProblemPlan, task: Task, endings: Sequence[Ending], said: str) -> None:
    asked = [ending for index, ending in enumerate(endings) if index not in task.on_cpu]
    if asked and Ending.REPLIED not in asked:
        # On the CPU it answered all of them. That it answers none here is the GPU's doing, or CUDA's.
        words = said.strip().splitlines()
        why = f"{asked[0].replace('_', ' ')}{': ' + words[-1][:300] if words else ''}"
        raise SandboxFailed(f"{plan.problem.id}: the reference answers nothing on the GPU ({why})")
