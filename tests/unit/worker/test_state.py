"""Every piece of torch's global state that a submission may leave behind is reset before the next case."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import torch
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode

from torchgrade.sandbox.worker import state


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    threads = torch.get_num_threads()
    yield
    state.reset(0)
    torch.set_num_threads(threads)


class FunctionMode(TorchFunctionMode):
    pass


class DispatchMode(TorchDispatchMode):
    pass


def hooks() -> int:
    from torch.nn.modules import module

    return len(module._global_forward_hooks)


CASES: dict[str, tuple[Callable[[], object], Callable[[], object], object]] = {
    "default dtype": (lambda: torch.set_default_dtype(torch.float64), torch.get_default_dtype, torch.float32),
    "default device": (lambda: torch.set_default_device("meta"), lambda: torch.empty(1).device.type, "cpu"),
    "grad mode": (lambda: torch.set_grad_enabled(False), torch.is_grad_enabled, True),
    "determinism": (
        lambda: torch._C._set_deterministic_algorithms(True, warn_only=False),
        torch.are_deterministic_algorithms_enabled,
        False,
    ),
    "anomaly detection": (
        lambda: torch.autograd.set_detect_anomaly(True),
        torch.is_anomaly_enabled,
        False,
    ),
    "matmul precision": (
        lambda: torch.set_float32_matmul_precision("medium"),
        torch.get_float32_matmul_precision,
        "highest",
    ),
    "threads": (lambda: torch.set_num_threads(3), torch.get_num_threads, 1),
    "autocast": (
        lambda: torch.set_autocast_enabled("cpu", True),
        lambda: torch.is_autocast_enabled("cpu"),
        False,
    ),
    "print options": (
        lambda: torch.set_printoptions(precision=1),
        lambda: repr(torch.tensor(1.23456)),
        "tensor(1.2346)",
    ),
    "function modes": (lambda: FunctionMode().__enter__(), torch._C._len_torch_function_stack, 0),
    "dispatch modes": (lambda: DispatchMode().__enter__(), torch._C._len_torch_dispatch_stack, 0),
    "global module hooks": (
        lambda: torch.nn.modules.module.register_module_forward_hook(lambda *_: None),
        hooks,
        0,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_is_put_back(name: str) -> None:
    change, look, fresh = CASES[name]
    change()

    state.reset(0)

    assert fresh == look()


def test_all_random_generators_are_seeded_the_same() -> None:
    def draws() -> tuple[float, float, float]:
        state.reset(7)
        return torch.rand(1).item(), random.random(), float(np.random.rand())

    assert draws() == draws()


def test_another_case_has_another_seed() -> None:
    state.reset(1)
    first = torch.rand(1).item()
    state.reset(2)

    assert first != torch.rand(1).item()


def test_a_replaced_torch_function_does_not_stop_the_reset(monkeypatch: pytest.MonkeyPatch) -> None:
    torch.set_default_dtype(torch.float64)
    monkeypatch.setattr(torch, "set_default_dtype", lambda _dtype: None)

    state.reset(0)

    assert torch.float32 == torch.get_default_dtype()
