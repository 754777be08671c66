"""What is asked on a GPU, and what is right there: the CPU reference's values, where the GPU would put them. Pure.

The reference is observed twice, on the CPU as always and on the GPU. A case is asked on the GPU where the reference
gives the same evidence there, within the tolerance between the two. The values that a student's are compared with are
the CPU's; the devices are those that the reference's own tensors were on, so a result that the reference returns on the
GPU must be there, and one that it returns on the CPU (a list of indices, an array of numpy's turned back) must not.

All other cases stay on the CPU, and lose nothing: those in which the reference raises, since an index out of range is a
device-side assert that ends the process on a GPU; those whose probe makes its own tensors or modules on the CPU; and
those that draw random numbers, which no two devices draw alike.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from torchgrade.graders.compare import Tolerance
from torchgrade.graders.evidence import Evidence, read_reply
from torchgrade.graders.judging import judge_case
from torchgrade.graders.oracle import Expected
from torchgrade.graders.plan import ProblemPlan
from torchgrade.problems.values import Raised, TensorValue, Value
from torchgrade.sandbox.protocol import CaseOutcome, Ending

# Parts of names that stand for long sums, in torch and in solutions that write them out.
_SUMS = ("matmul", "einsum", "linear", "conv", "softmax", "cross_entropy", "attention", "lstm", "gru", "rnn")
_SHORT_SUMS = frozenset({"mm", "bmm", "mv", "dot", "inner", "baddbmm", "addmm", "tensordot", "cdist"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A problem as it is asked of students: its plan with the tolerances that hold, what is right, and on which device.

    ``on_cpu`` are the cases that stay on the CPU. ``blind`` is the plan that looks at no device, for comparing with
    what known mistakes answered on the CPU.
    """

    plan: ProblemPlan
    expected: Expected
    blind: ProblemPlan
    device: str = "cpu"
    on_cpu: tuple[int, ...] = ()


def asked_on_cpu(plan: ProblemPlan, expected: Expected) -> Asked:
    """Return a problem that is asked on the CPU, like its reference."""
    return Asked(plan, expected, plan)


def asked_on_gpu(plan: ProblemPlan, expected: Expected, seen: Sequence[CaseOutcome]) -> Asked:
    """Return a problem whose reference was ``seen`` on the GPU. ``plan`` has the tolerances of a GPU."""
    blind = _with_tolerances(plan, lambda tolerance: replace(tolerance, check_device=False))
    replies, evidence, on_cpu = list(expected.replies), list(expected.evidence), []
    cases = [(check, at) for check in blind.checks for at in range(len(check.cases))]
    for index, ((check, at), outcome) in enumerate(zip(cases, seen, strict=True)):
        cpu, gpu = expected.evidence[index], _evidence_of(outcome)
        agrees = gpu is not None and judge_case(check, check.cases[at], cpu, gpu) is None
        if outcome.reply is None or gpu is None or not agrees or raises(cpu):
            on_cpu.append(index)
            continue
        replies[index] = outcome.reply  # the same bytes from a student are right without a look inside
        value = cpu.value if check.probe.judged_by is not None else placed(cpu.value, gpu.value)
        evidence[index] = Evidence(value, {name: placed(cpu.changed[name], gpu.changed[name]) for name in cpu.changed})
    expected = replace(expected, replies=tuple(replies), evidence=tuple(evidence))
    return Asked(plan, expected, blind, "cuda", tuple(on_cpu))


def gpu_plan(plan: ProblemPlan, *, sums: bool) -> ProblemPlan:
    """Return the plan with the tolerances that hold between a GPU and the CPU."""
    return _with_tolerances(plan, lambda tolerance: tolerance.on_gpu(sums=sums))


def raising_cases(expected: Expected) -> tuple[int, ...]:
    """Return the cases that no GPU may be asked: somewhere in the reference's evidence is an exception."""
    return tuple(index for index, evidence in enumerate(expected.evidence) if raises(evidence))


def raises(evidence: Evidence) -> bool:
    """Return whether evidence holds an exception, wherever in it: a probe may catch some and go on."""
    return any(map(_holds_raised, (evidence.value, *evidence.changed.values())))


def has_sums(source: str) -> bool:
    """Return whether a source multiplies matrices, convolves or takes a softmax, by the names that it uses."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.BinOp(op=ast.MatMult()) | ast.AugAssign(op=ast.MatMult()):
                return True
            case ast.Attribute(attr=name) | ast.Name(id=name):
                lower = name.lower()
                if lower in _SHORT_SUMS or any(part in lower for part in _SUMS):
                    return True
            case _:
                continue
    return False


def placed(cpu: Value, gpu: Value) -> Value:
    """Return the CPU's evidence with the devices of the GPU's, which was found equal to it but for them."""
    match cpu, gpu:
        case TensorValue(), TensorValue():
            return replace(cpu, device=gpu.device)
        case list(), list():
            return [placed(one, other) for one, other in zip(cpu, gpu, strict=True)]
        case tuple(), tuple():
            return tuple(placed(one, other) for one, other in zip(cpu, gpu, strict=True))
        case dict(), dict():
            return {key: placed(value, gpu[key]) for key, value in cpu.items()}
        case _:
            return cpu


def _holds_raised(value: Value) -> bool:
    match value:
        case Raised():
            return True
        case list() | tuple():
            return any(map(_holds_raised, value))
        case dict():
            return any(map(_holds_raised, value.values()))
        case _:
            return False


def _evidence_of(outcome: CaseOutcome) -> Evidence | None:
    return read_reply(outcome.reply) if outcome.ending is Ending.REPLIED and outcome.reply is not None else None


def _with_tolerances(plan: ProblemPlan, change: Callable[[Tolerance], Tolerance]) -> ProblemPlan:
    checks = tuple(replace(check, tolerance=change(check.tolerance)) for check in plan.checks)
    return replace(plan, checks=checks)
