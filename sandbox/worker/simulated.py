"""A machine with one GPU, simulated on a machine without: what runs inside sees devices as it would there.

Theory of operation. All values lie on the CPU in truth. Every storage carries the place where it would lie (``_places``
beside this file); every operation checks that its tensors may meet there and places its results (``_rules``); and every
call of torch's Python functions sees and sets those places (``_surface``). So tensors stay plain
``torch.Tensor`` and ``nn.Parameter``, and autograd, hooks, modules and optimizers need no knowledge of it.

The tensors of the case and those that checks.py makes are on the GPU, and a module that checks.py makes of a class of
the submission is moved there, as a training script does. What the submission makes without ``device=`` is on the CPU.

It is no sandbox and not complete: code that asks below torch's Python functions (pickles, ``data_ptr``, sparse
tensors) sees the CPU. ``docs/authoring.md`` says which problems this suits.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import torch
import torch.autograd
from torch.overrides import _push_mode as _push_function_mode
from torch.utils import _device
from torch.utils._python_dispatch import _push_mode as _push_dispatch_mode

from torchgrade.problems import kit
from torchgrade.problems.values import TensorValue
from torchgrade.sandbox.worker import tensors
from torchgrade.sandbox.worker.loader import Solution
from torchgrade.sandbox.worker.simulated_places import Place, place_of, put, tensors_in
from torchgrade.sandbox.worker.simulated_rules import Physics
from torchgrade.sandbox.worker.simulated_surface import Generator, Surface, parse_to
from torchgrade.sandbox.worker.state import pop_modes

_Module = torch.nn.Module
_run_engine: Callable[..., Any] = vars(torch.autograd)["_engine_run_backward"]
_CUDA_ANSWERS: dict[str, object] = {
    "is_available": True,
    "device_count": 1,
    "current_device": 0,
    "get_device_name": "simulated",
    "synchronize": None,
    "empty_cache": None,
    "manual_seed": None,
    "manual_seed_all": None,
    "set_rng_state": None,
}
_OURS = frozenset({"<checks>", kit.__file__})


def run(probe: Callable[..., object], solution: Solution, case: dict[str, object]) -> object:
    """Return what a probe sees of a solution on the simulated machine, the tensors of the case on its GPU."""
    for tensor in tensors_in(case):
        put(tensor, Place.GPU)
    with machine():
        return probe(on_gpu(solution), **case)


def to_plain(value: object) -> TensorValue | tuple[int, ...] | None:
    """Return a value as ``tensors.to_plain`` does, with its device on the simulated machine."""
    plain = tensors.to_plain(value)
    if isinstance(plain, TensorValue) and isinstance(value, torch.Tensor) and place_of(value) is Place.GPU:
        return replace(plain, device="cuda")
    return plain


@contextmanager
def machine() -> Iterator[None]:
    """Be on the simulated machine inside of the block. torch is put back afterwards, whatever happened in it."""
    physics = Physics()
    surface = Surface(physics, _is_ours)
    patches = _patches(surface)
    before = [(owner, name, owner.__dict__[name]) for owner, name, _ in patches]
    try:
        for owner, name, value in patches:
            setattr(owner, name, value)
        _push_dispatch_mode(physics)
        _push_function_mode(surface)  # type: ignore[no-untyped-call] # torch leaves it unannotated
        yield
    finally:
        pop_modes()  # ours, and any that the submission left on top
        for owner, name, value in before:
            setattr(owner, name, value)


def on_gpu(solution: Solution) -> Solution:
    """Return the solution for a probe on the simulated machine: modules made from its classes are moved to the GPU.

    What a function hands over stays where it is: whether it does as its inputs do is the question.
    """
    return Solution({name: _delivered(value) for name, value in vars(solution).items()})


def _delivered(entry_point: object) -> object:
    if isinstance(entry_point, type) and issubclass(entry_point, _Module):
        return _ModuleClass(entry_point)
    return entry_point


class _ModuleClass:
    """Stands for a class of modules in a probe: to be called, subclassed and asked about; instances go to the GPU."""

    def __init__(self, wrapped: type[torch.nn.Module]) -> None:
        self.__wrapped__ = wrapped
        functools.update_wrapper(self, wrapped, updated=())

    def __call__(self, *args: Any, **kwargs: Any) -> object:
        made: object = self.__wrapped__(*args, **kwargs)
        return made.to("cuda") if isinstance(made, _Module) else made

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__wrapped__, name)

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type, ...]:
        return (self.__wrapped__,)

    def __instancecheck__(self, instance: object) -> bool:
        return isinstance(instance, self.__wrapped__)

    def __subclasscheck__(self, subclass: type) -> bool:
        return issubclass(subclass, self.__wrapped__)


def _is_ours(file: str) -> bool | None:
    """Return whether a file is the check's, the submission's (False), or neither: torch's, Python's (None)."""
    if file in _OURS:
        return True
    # As in ``loader.located``: a submission's files have relative names.
    return None if file.startswith(("/", "<")) or "\\" in file else False


def _patches(surface: Surface) -> list[tuple[Any, str, Any]]:
    """Return what has to be replaced because torch asks it directly: (owner, name, value)."""

    def run_engine(*args: Any, **kwargs: Any) -> Any:
        # Tensor.backward runs outside of the mode that saw it called; hooks and backward functions must be inside.
        with surface:
            return _run_engine(*args, **kwargs)

    return [
        (_device, "CURRENT_DEVICE", None),
        (torch.autograd, "_engine_run_backward", run_engine),
        *((torch.cuda, name, _always(answer)) for name, answer in _CUDA_ANSWERS.items()),
        (torch, "Generator", Generator),
        (torch._C._nn, "_parse_to", parse_to),
        (torch._C, "_get_cudnn_enabled", lambda: False),  # the values are on the CPU, where cuDNN has no part
        (torch.cuda, "get_rng_state", lambda device="cuda": torch.get_rng_state()),
    ]


def _always(answer: object) -> Callable[..., object]:
    """Return a new function each time: torch's compiler, which optimizers import, wants no object twice."""
    return lambda *_args, **_kwargs: answer
