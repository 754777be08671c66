"""What is asked on a GPU and what is right there, given what the reference did on both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from torchgrade.graders.compare import Tolerance
from torchgrade.graders.compare.tolerance import Bounds
from torchgrade.graders.evidence import Evidence, is_out_of_memory, read_reply
from torchgrade.graders.gpu import Asked, asked_on_cpu, asked_on_gpu, gpu_plan, has_sums, placed, raising_cases
from torchgrade.graders.judging import judge_problem
from torchgrade.graders.oracle import Expected
from torchgrade.graders.plan import CheckPlan, ProblemPlan
from torchgrade.graders.problem import CheckSpec, Limits, Problem, Rules
from torchgrade.graders.results import Verdict, Visibility
from torchgrade.graders.text import Text
from torchgrade.problems.kit import Probe, tensor
from torchgrade.problems.values import Raised, TensorValue, Value
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.protocol import CaseOutcome, Ending, Observation


def on(device: str, *values: float) -> TensorValue:
    return replace(tensor(list(values), "float32"), device=device)


def reply(value: Value, **changed: Value) -> bytes:
    return encode(value) + encode(changed)


def replied(value: Value, **changed: Value) -> CaseOutcome:
    return CaseOutcome(ending=Ending.REPLIED, reply=reply(value, **changed))


def plan(cases: int, *, tolerance: Tolerance | None = None, probe: Probe | None = None) -> ProblemPlan:
    text = Text("title", "title")
    spec = CheckSpec(id="only", probe="only", points=1, visibility=Visibility.PUBLIC, cases=cases)
    check = CheckPlan(
        spec,
        probe or Probe("only", lambda: None, {}, ""),
        text,
        tolerance or Tolerance(),
        tuple({"n": number} for number in range(cases)),
        tuple(encode({"n": number}) for number in range(cases)),
    )
    problem = Problem(
        id="unit/slug",
        title=text,
        entry_points=("f",),
        difficulty=1,
        topics=(),
        limits=Limits(),
        rules=Rules(),
        checks=(spec,),
        folder=Path(),
        reference_folder=None,
        statement=text,
        starter="",
        checks_source="",
        digest="",
    )
    return ProblemPlan(problem, (check,))


def asked(cpu: list[Value], gpu: list[CaseOutcome], **options: object) -> Asked:
    replies = tuple(reply(value) for value in cpu)
    expected = Expected(replies, tuple(map(read_reply, replies)), ())
    return asked_on_gpu(gpu_plan(plan(len(cpu), **options), sums=False), expected, gpu)  # type: ignore[arg-type]


def verdict(question: Asked, *answers: CaseOutcome) -> Verdict:
    (check,) = judge_problem(question.plan, question.expected, Observation(cases=answers)).checks
    return check.verdict


def test_a_result_must_be_where_the_references_is() -> None:
    question = asked([on("cpu", 1.0)], [replied(on("cuda", 1.0))])

    assert () == question.on_cpu
    assert Verdict.PASSED is verdict(question, replied(on("cuda", 1.0)))
    assert Verdict.PASSED is verdict(question, replied(on("cuda", 1.000001)))
    assert Verdict.FAILED is verdict(question, replied(on("cpu", 1.0)))
    assert Verdict.FAILED is verdict(question, replied(on("cuda", 1.001)))


def test_what_the_reference_returns_on_the_cpu_belongs_there() -> None:
    question = asked(
        [{"index": on("cpu", 1.0), "out": on("cpu", 2.0)}], [replied({"index": on("cpu", 1.0), "out": on("cuda", 2.0)})]
    )

    assert Verdict.PASSED is verdict(question, replied({"out": on("cuda", 2.0), "index": on("cpu", 1.0)}))
    assert Verdict.FAILED is verdict(question, replied({"out": on("cuda", 2.0), "index": on("cuda", 1.0)}))


def test_values_are_compared_with_the_cpus_and_not_with_the_gpus() -> None:
    question = asked([on("cpu", 1.0)], [replied(on("cuda", 1.000009))])

    assert Evidence(on("cuda", 1.0), {}) == question.expected.evidence[0]
    assert Verdict.FAILED is verdict(question, replied(on("cuda", 1.00003)))


@pytest.mark.parametrize(
    ("cpu", "gpu"),
    [
        (Raised("IndexError", "index 5 is out of range"), replied(Raised("IndexError", "index 5 is out of range"))),
        ([on("cpu", 1.0), Raised("RuntimeError", "x")], replied([on("cuda", 1.0), Raised("RuntimeError", "x")])),
        (on("cpu", 1.0), replied(Raised("RuntimeError", "Expected all tensors to be on the same device"))),
        (on("cpu", 1.0), replied(on("cuda", 1.5))),
        (on("cpu", 1.0), CaseOutcome(ending=Ending.DIED)),
        (on("cpu", 1.0), CaseOutcome(ending=Ending.SKIPPED)),
    ],
    ids=["raises", "raises inside", "not portable", "other numbers", "died", "skipped"],
)
def test_a_case_that_the_reference_does_not_answer_alike_stays_on_the_cpu(cpu: Value, gpu: CaseOutcome) -> None:
    question = asked([cpu], [gpu])

    assert (0,) == question.on_cpu
    assert Verdict.PASSED is verdict(question, replied(cpu))


def test_an_input_that_was_written_to_is_compared_where_it_lies() -> None:
    replies = (reply(None, n=on("cpu", 1.0)),)
    expected = Expected(replies, tuple(map(read_reply, replies)), ())
    question = asked_on_gpu(gpu_plan(plan(1), sums=False), expected, [replied(None, n=on("cuda", 1.0))])

    assert () == question.on_cpu
    assert Verdict.PASSED is verdict(question, replied(None, n=on("cuda", 1.0)))
    assert Verdict.FAILED is verdict(question, replied(None, n=on("cpu", 1.0)))


def test_a_judge_decides_for_the_reference_as_for_students() -> None:
    probe = Probe("only", lambda: None, {}, "")
    probe.judge(lambda _case, _expected, actual: None if isinstance(actual, TensorValue) else "a tensor is meant")

    question = asked([on("cpu", 1.0), on("cpu", 1.0)], [replied(on("cuda", 7.0)), replied("text")], probe=probe)

    assert (1,) == question.on_cpu
    assert Verdict.PASSED is verdict(question, replied(on("cuda", 9.0)), replied(on("cpu", 9.0)))


def test_a_problem_on_the_cpu_is_asked_as_ever() -> None:
    original = plan(1)
    expected = Expected((reply(1),), (Evidence(1, {}),), ())

    assert Asked(original, expected, original, "cpu", ()) == asked_on_cpu(original, expected)


def test_a_gpu_may_round_as_it_does() -> None:
    assert Bounds(1e-5, 1e-5) == Tolerance(exact=True).on_gpu(sums=False).bounds("float32")
    assert Bounds(1e-5, 1e-5) == Tolerance().on_gpu(sums=False).bounds("float32")
    assert Bounds(1e-4, 1e-4) == Tolerance().on_gpu(sums=True).bounds("float32")
    assert Bounds(1e-9, 1e-9) == Tolerance().on_gpu(sums=True).bounds("float64")
    assert Bounds(0, 0) == Tolerance().on_gpu(sums=True).bounds("int64")
    assert Bounds(1e-4, 1e-8) == Tolerance().on_gpu(sums=True).float_bounds()
    assert Bounds(1e-6, 1e-7) == Tolerance(rtol=1e-6, atol=1e-7).on_gpu(sums=True).bounds("float32")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("y = a @ b", True),
        ("y @= b", True),
        ("y = torch.matmul(a, b)", True),
        ("y = a.bmm(b)", True),
        ("y = F.log_softmax(x, -1)", True),
        ("self.layer = nn.Linear(3, 4)", True),
        ("self.layer = Conv2d(3, 4, 1)", True),
        ("y = torch.gather(A, 1, index)", False),
        ("y = a * b + common.sum()", False),
        ("'a @ b'  # matmul", False),
    ],
)
def test_sums_are_known_by_their_names(source: str, expected: bool) -> None:
    assert expected == has_sums(source)


def test_the_cases_that_raise_are_known_from_the_cpu() -> None:
    values: list[Value] = [1, Raised("E", ""), {"a": (1, Raised("E", ""))}, "Raised"]
    expected = Expected((b"",) * 4, tuple(Evidence(value, {}) for value in values), ())

    assert (1, 2) == raising_cases(expected)


def test_places_are_taken_over_and_values_are_not() -> None:
    cpu: Value = {"a": [on("cpu", 1.0), (on("cpu", 2.0), 3)]}
    gpu: Value = {"a": [on("cuda", 1.5), (on("cpu", 2.5), 4)]}

    assert {"a": [on("cuda", 1.0), (on("cpu", 2.0), 3)]} == placed(cpu, gpu)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Raised("OutOfMemoryError", "CUDA out of memory. Tried to allocate 20.00 GiB."), True),
        (Raised("AcceleratorError", "CUDA error: out of memory"), True),
        (Raised("RuntimeError", "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate"), True),
        (Raised("AcceleratorError", "CUDA error: device-side assert triggered"), False),
        (Raised("ValueError", "out of memory"), False),
    ],
)
def test_out_of_memory_is_known_on_a_gpu_too(error: Raised, expected: bool) -> None:
    assert expected == is_out_of_memory(error)


def test_who_says_out_of_memory_gets_memory_limit_and_no_points() -> None:
    question = asked([on("cpu", 1.0)], [replied(on("cuda", 1.0))])
    claim = replied(Raised("OutOfMemoryError", "CUDA out of memory. Tried to allocate 20.00 GiB."))

    (check,) = judge_problem(question.plan, question.expected, Observation(cases=(claim,))).checks

    assert (Verdict.MEMORY_LIMIT, 0) == (check.verdict, check.score)
