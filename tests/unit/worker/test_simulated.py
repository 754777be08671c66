"""A case on the simulated GPU: what lies where, what comes out as evidence, and that torch is put back."""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import nn

from torchgrade.problems.kit import Probe
from torchgrade.problems.values import Raised, TensorValue, Value
from torchgrade.sandbox.decode import decode_many
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.worker import simulated
from torchgrade.sandbox.worker.child import SIMULATED, device_of, load_probes, observe
from torchgrade.sandbox.worker.job import Questions, questions_from_bytes
from torchgrade.sandbox.worker.loader import Solution
from torchgrade.sandbox.worker.prepared import Prepared

X = TensorValue("float32", (2,), b"\x00\x00\x80\x3f" * 2)


def solution(source: str) -> Solution:
    """Return what a submission defines; its file has a relative name, as all of a submission's have."""
    module = types.ModuleType("submission")
    exec(compile(source, "submission.py", "exec"), module.__dict__)
    return Solution({name: value for name, value in vars(module).items() if not name.startswith("_")})


def prepared(case: dict[str, Value], source: str = "") -> Prepared:
    return Prepared(Questions(checks_source=source, checks=(("asked", 1),), cases=(encode(case),)))


def seen(
    source: str, probe: Callable[..., object], *, device: str = SIMULATED, case: dict[str, Value] | None = None
) -> tuple[Any, dict[str, Value]]:
    """Return the evidence of one case and the inputs that it changed."""
    asked = Probe("asked", probe, {}, "")
    reply = observe(asked, solution(source), prepared({"x": X} if case is None else case), 0, 0, device)
    value, changed = decode_many(reply, 2)
    assert isinstance(changed, dict)
    return value, changed


def test_an_index_made_on_the_cpu_fails_and_one_on_the_inputs_device_does_not() -> None:
    careless = "import torch\ndef f(x):\n    return x.gather(0, torch.arange(2))"
    careful = careless.replace("arange(2)", "arange(2, device=x.device)")

    value, _ = seen(careless, lambda solution, x: solution.f(x))

    assert isinstance(value, Raised)
    assert ("RuntimeError", True) == (value.type, "argument index in method wrapper_CUDA_gather" in value.message)
    assert value.message.endswith("(submission.py, line 3)")
    right, _ = seen(careful, lambda solution, x: solution.f(x))
    assert ("cuda", X.data) == (right.device, right.data)


def test_a_tensor_kept_from_a_simulated_case_is_an_ordinary_one_in_the_next() -> None:
    keeps = solution("kept = []\ndef f(x):\n    kept.append(x)\n    return kept[0]")
    replies = [
        decode_many(observe(Probe("p", lambda s, x: s.f(x), {}, ""), keeps, prepared({"x": X}), 0, 0, device), 2)[0]
        for device in (SIMULATED, "cpu")
    ]

    assert ["cuda", "cpu"] == [reply.device for reply in replies if isinstance(reply, TensorValue)]


def test_a_result_on_the_cpu_is_evidence_of_the_cpu() -> None:
    value, _ = seen("def f(x):\n    return [x, x.cpu(), (x * 2).detach()]", lambda solution, x: solution.f(x))

    assert ["cuda", "cpu", "cuda"] == [one.device for one in value]


def test_nested_inputs_and_what_the_probe_makes_are_on_the_gpu() -> None:
    asked = prepared(
        {"items": {"a": [X]}},
        "from torchgrade.problems.kit import check, fill, nn, torch\n"
        "@check()\n"
        "def asked(solution, items):\n"
        "    made = [torch.ones(2), torch.tensor([1.0]), fill(nn.Linear(1, 1), 3).weight, items['a'][0]]\n"
        "    return [str(one.device) for one in made], solution.f(made[0])\n",
    )
    own = solution("import torch\ndef f(x):\n    return str(torch.ones(2).device), str(torch.zeros_like(x).device)")

    reply = observe(load_probes(asked)["asked"], own, asked, 0, 0, SIMULATED)

    assert (["cuda:0"] * 4, ("cpu", "cuda:0")) == decode_many(reply, 2)[0]


MODULES = """
import torch
from torch import nn

class Registered(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("scale", torch.ones(2))
    def forward(self, x):
        return x * self.scale

class Plain(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = torch.ones(2)
    def forward(self, x):
        return x * self.scale

def build():
    return Registered()
"""


def test_a_module_made_of_a_class_is_moved_but_not_what_it_does_not_register_nor_what_a_function_made() -> None:
    def both(solution: Any, x: torch.Tensor) -> object:
        plain, built = solution.Plain(), solution.build()
        return [solution.Registered()(x), built.to(x)(x), _attempt(plain, x), _attempt(solution.build(), x)]

    value, _ = seen(MODULES, both)

    assert ["cuda", "cuda"] == [one.device for one in value[:2]]
    assert [True, True] == ["at least two devices" in said for said in value[2:]]


def _attempt(module: nn.Module, x: torch.Tensor) -> str:
    try:
        return str(module(x).device)
    except RuntimeError as error:
        return str(error)


def test_a_class_of_modules_can_be_subclassed_and_asked_about_in_a_probe() -> None:
    def ask(solution: Any, x: torch.Tensor) -> object:
        class Sub(solution.Registered):  # type: ignore[misc] # known at run time only
            pass

        made = solution.Registered()
        return [
            isinstance(made, solution.Registered),
            issubclass(Sub, solution.Registered),
            solution.Registered.__name__,
        ]

    assert [True, True, "Registered"] == seen(MODULES, ask)[0]


def test_an_input_that_was_written_into_is_reported_with_its_device() -> None:
    _, changed = seen("def f(x):\n    x.add_(1)", lambda solution, x: solution.f(x))
    _, unchanged = seen("def f(x):\n    return x + 1", lambda solution, x: solution.f(x))

    assert isinstance(changed["x"], TensorValue)
    assert ("cuda", {}) == (changed["x"].device, unchanged)


def test_a_subclass_of_the_student_is_no_evidence() -> None:
    source = (
        "import torch\nclass Mine(torch.Tensor):\n    device = torch.device('cuda:0')\n"
        "def f(x):\n    return x.as_subclass(Mine)"
    )

    value, _ = seen(source, lambda solution, x: solution.f(x))

    assert isinstance(value, Raised)
    assert "NotEvidence" == value.type


@pytest.mark.parametrize(
    "source",
    [
        "def f(x):\n    return x",
        "def f(x):\n    raise SystemExit",
        "import torch\ndef f(x):\n    torch.set_default_device('cuda')\n    torch.device('cuda').__enter__()",
        "import torch\nfrom torch.overrides import TorchFunctionMode\nclass M(TorchFunctionMode):\n    pass\n"
        "def f(x):\n    M().__enter__()",
    ],
)
def test_torch_is_what_it_was_afterwards(source: str) -> None:
    before = (torch.cuda.is_available, torch.cuda.device_count, torch.autograd._engine_run_backward)  # type: ignore[attr-defined] # torch's own

    seen(source, lambda solution, x: solution.f(x))
    ordinary, _ = seen(source.split("def f")[0] + "def f(x):\n    return x", lambda s, x: s.f(x), device="cpu")

    after = (torch.cuda.is_available, torch.cuda.device_count, torch.autograd._engine_run_backward)  # type: ignore[attr-defined] # torch's own
    assert before == after
    assert (0, 0) == (torch._C._len_torch_function_stack(), torch._C._len_torch_dispatch_stack())
    assert ("cpu", "cpu") == (ordinary.device, torch.ones(2).device.type)


def test_the_machine_says_that_it_has_one_gpu() -> None:
    source = (
        "import torch\ndef f(x):\n    devices = torch.get_default_device(), torch.ones(1).device\n"
        "    return torch.cuda.is_available(), torch.cuda.device_count(), *map(str, devices)"
    )

    assert (True, 1, "cpu", "cpu") == seen(source, lambda solution, x: solution.f(x))[0]


def test_random_numbers_repeat() -> None:
    source = (
        "import torch\ndef f(x):\n    torch.manual_seed(3)\n    return torch.rand_like(x), torch.rand(2, device='cuda')"
    )
    first, second = (seen(source, lambda solution, x: solution.f(x))[0] for _ in range(2))

    assert first == second
    assert ["cuda", "cuda"] == [one.device for one in first]


def test_an_ordinary_case_enters_no_mode() -> None:
    depth = seen("def f(x):\n    return 0", lambda _s, x: torch._C._len_torch_dispatch_stack(), device="cpu")[0]

    assert 0 == depth
    with simulated.machine():
        assert 1 == torch._C._len_torch_dispatch_stack()


@pytest.mark.parametrize(
    ("device", "on_cpu", "expected"),
    [("cpu", (), ["cpu", SIMULATED]), ("cuda", (), ["cuda", "cuda"]), ("cuda", (0, 1), ["cpu", SIMULATED])],
)
def test_a_real_gpu_takes_the_place_of_the_simulated_one(
    device: str, on_cpu: tuple[int, ...], expected: list[str]
) -> None:
    checks = (("plain", 1), ("plain", 1))
    questions = Questions(
        checks_source="", checks=checks, cases=(b"", b""), simulated=(1,), device=device, on_cpu=on_cpu
    )

    arrived = questions_from_bytes(questions.to_bytes())

    assert expected == [device_of(arrived, position, position) for position in (0, 1)]
