"""What a machine with one GPU does with tensors of its two devices: the table that the simulation is held to.

Each line is ordinary PyTorch with explicit devices, so that the same table is asked of a real GPU where there is one.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from torchgrade.sandbox.worker import simulated
from torchgrade.sandbox.worker.simulated_rules import MIXED, WRONG_INDEX
from torchgrade.sandbox.worker.simulated_surface import NO_SUCH_GPU, NOT_FOR_NUMPY, WRONG_GENERATOR, WRONG_GRAD

RAISES, CUDA, CPU, VALUE = "raises", "cuda", "cpu", "a plain value"


def g(*shape: int) -> torch.Tensor:
    """Return a float tensor on the GPU."""
    return torch.ones(shape, device="cuda")


def c(*shape: int) -> torch.Tensor:
    """Return a float tensor on the CPU."""
    return torch.ones(shape)


def gi(*values: int) -> torch.Tensor:
    """Return an index on the GPU."""
    return torch.tensor(values, device="cuda")


def ci(*values: int) -> torch.Tensor:
    """Return an index on the CPU."""
    return torch.tensor(values)


def mask(device: str = "cpu") -> torch.Tensor:
    """Return a mask of two."""
    return torch.tensor([True, False], device=device)


def zero() -> torch.Tensor:
    """Return a number on the CPU: a tensor without dims."""
    return torch.tensor(2.0)


def seeded(generator: torch.Generator) -> torch.Generator:
    return generator.manual_seed(3)


class PlainTensor(nn.Module):
    """Keeps its tensor as an attribute that nobody registers."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = torch.ones(3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x * self.scale


class Buffer(PlainTensor):
    """Registers it."""

    def __init__(self) -> None:
        super().__init__()
        del self.scale
        self.register_buffer("scale", torch.ones(3))


def assigned(target: torch.Tensor, index: Any, value: Any) -> torch.Tensor:
    target[index] = value
    return target


def graded(x: torch.Tensor, loss: Callable[[torch.Tensor], torch.Tensor]) -> Any:
    """Return the gradient of a leaf after backward."""
    x.requires_grad_()
    loss(x).backward()
    return x.grad


def hooked(seen: list[torch.device]) -> torch.device:
    """Return the device that a tensor hook sees."""
    x = g(2).requires_grad_()
    y = x * 2
    y.register_hook(lambda grad: seen.append(grad.device))
    y.sum().backward()
    return seen[0]


def trained(module: nn.Module, optimizer: Callable[[Any], torch.optim.Optimizer]) -> torch.Tensor:
    """Return the module's first parameter after two steps."""
    module = module.to("cuda")
    steps = optimizer(module.parameters())
    for _ in range(2):
        steps.zero_grad()
        module(g(4, 3)).square().mean().backward()
        nn.utils.clip_grad_norm_(module.parameters(), 1.0)
        steps.step()
    return next(iter(module.parameters()))


def loaded(into: str, of: str) -> torch.Tensor:
    """Return a parameter after load_state_dict from another device."""
    module = nn.Linear(3, 2).to(into)
    module.load_state_dict(nn.Linear(3, 2).to(of).state_dict())
    return module.weight


def with_grad(x: torch.Tensor, grad: torch.Tensor) -> torch.Tensor | None:
    x.grad = grad
    return x.grad


class Double(torch.autograd.Function):
    """Doubles, and makes a tensor for itself in backward."""

    @staticmethod
    def forward(ctx: Any, x: torch.Tensor) -> torch.Tensor:
        ctx.save_for_backward(x)
        return x * 2

    @staticmethod
    def backward(ctx: Any, grad: torch.Tensor) -> torch.Tensor:
        (x,) = ctx.saved_tensors
        return grad * torch.full_like(x, 2.0)


class Careless(Double):
    """Does so on the CPU."""

    @staticmethod
    def backward(ctx: Any, grad: torch.Tensor) -> torch.Tensor:
        return grad * torch.full((2,), 2.0)


Operation = tuple[str, str, Callable[[], Any]]

OPERATIONS: list[Operation] = [
    # --- making tensors
    ("torch.arange(n)", CPU, lambda: torch.arange(3)),
    ("torch.arange(n, device=x.device)", CUDA, lambda: torch.arange(3, device=g(2).device)),
    ("torch.zeros(device=0)", CUDA, lambda: torch.zeros(2, device=0)),
    ("torch.zeros(device='cuda:0')", CUDA, lambda: torch.zeros(2, device="cuda:0")),
    ("torch.zeros(device='cuda:1')", RAISES, lambda: torch.zeros(2, device="cuda:1")),
    ("torch.tensor(a tensor)", CUDA, lambda: torch.tensor(g(1)[0])),
    ("torch.tensor(a list of numbers on the GPU)", CPU, lambda: torch.tensor([g(1)[0], g(1)[0]])),
    ("torch.as_tensor(tensor)", CUDA, lambda: torch.as_tensor(g(2))),
    ("torch.as_tensor(cpu, device='cuda')", CUDA, lambda: torch.as_tensor(c(2), device="cuda")),
    ("torch.as_tensor(array, device='cuda')", CUDA, lambda: torch.as_tensor(np.ones(2), device="cuda")),
    ("torch.from_numpy", CPU, lambda: torch.from_numpy(np.ones(2))),
    ("torch.Tensor([...])", CPU, lambda: torch.Tensor([1.0, 2.0])),
    ("torch.Tensor(2, 3)", CPU, lambda: torch.Tensor(2, 3)),
    ("zeros_like", CUDA, lambda: torch.zeros_like(g(2))),
    ("zeros_like(device='cpu')", CPU, lambda: torch.zeros_like(g(2), device="cpu")),
    ("rand_like of the CPU", CPU, lambda: torch.rand_like(c(2))),
    ("new_zeros", CUDA, lambda: g(2).new_zeros(3)),
    ("new_tensor", CUDA, lambda: g(2).new_tensor([1.0, 2.0])),
    ("new_full(device='cpu')", CPU, lambda: g(2).new_full((2,), 1.0, device="cpu")),
    ("with torch.device('cuda')", CUDA, lambda: in_context()),
    ("a generator of the CPU for the GPU", RAISES, lambda: torch.rand(2, device="cuda", generator=torch.Generator())),
    ("normal_ with a generator of the CPU", RAISES, lambda: g(2).normal_(generator=torch.Generator())),
    ("a generator of the GPU", CUDA, lambda: torch.rand(2, device="cuda", generator=torch.Generator("cuda"))),
    ("a generator of the GPU for the CPU", RAISES, lambda: torch.rand(2, generator=torch.Generator("cuda"))),
    ("uniform_ with a generator of the GPU", CUDA, lambda: g(2).uniform_(generator=seeded(torch.Generator("cuda")))),
    # --- moving tensors
    (".to('cuda')", CUDA, lambda: c(2).to("cuda")),
    (".to(other)", CUDA, lambda: c(2).to(g(1))),
    (".to(dtype)", CUDA, lambda: g(2).to(torch.float64)),
    (".to('cpu', dtype)", CPU, lambda: g(2).to("cpu", torch.float64)),
    (".cuda()", CUDA, lambda: c(2).cuda()),
    (".cpu()", CPU, lambda: g(2).cpu()),
    (".double()", CUDA, lambda: g(2).double()),
    (".type_as()", CUDA, lambda: c(2).type_as(g(2))),
    (".type('torch.FloatTensor')", CPU, lambda: g(2).type("torch.FloatTensor")),
    (".pin_memory() of the GPU", RAISES, lambda: g(2).pin_memory()),
    (".pin_memory() of the CPU", CPU, lambda: c(2).pin_memory()),
    ("copy_ to the GPU", CUDA, lambda: g(2).copy_(c(2))),
    ("copy_ to the CPU", CPU, lambda: c(2).copy_(g(2))),
    ("deepcopy", CUDA, lambda: copy.deepcopy(g(2))),
    (".data", CUDA, lambda: g(2).data),
    (".detach()", CUDA, lambda: g(2).detach()),
    ("clone of a view", CUDA, lambda: g(2, 3).t()[1:].clone()),
    # --- leaving torch
    (".numpy()", RAISES, lambda: g(2).numpy()),
    ("np.asarray", RAISES, lambda: np.asarray(g(2))),
    (".cpu().numpy()", VALUE, lambda: g(2).cpu().numpy().sum()),
    (".numpy(force=True)", VALUE, lambda: g(2).numpy(force=True).sum()),
    (".item()", VALUE, lambda: g(1).item()),
    (".tolist()", VALUE, lambda: g(2).tolist()),
    ("float()", VALUE, lambda: float(g(1))),
    ("if x > 0", VALUE, lambda: bool(g(1) > 0)),
    # --- pointwise
    ("x + cpu", RAISES, lambda: g(2) + c(2)),
    ("cpu * x", RAISES, lambda: c(2) * g(2)),
    ("x + a number on the CPU", CUDA, lambda: g(2) + zero()),
    ("a number on the CPU * x", CUDA, lambda: zero() * g(2)),
    ("cpu + a number on the GPU", RAISES, lambda: c(2) + g(1)[0]),
    ("x + 1", CUDA, lambda: g(2) + 1),
    ("x.add_(cpu)", RAISES, lambda: g(2).add_(c(2))),
    ("x += a number on the CPU", CUDA, lambda: g(2).add_(zero())),
    ("a number on the CPU += x", RAISES, lambda: zero().add_(g(1)[0])),
    ("x == cpu", RAISES, lambda: g(2) == c(2)),
    ("torch.equal", RAISES, lambda: torch.equal(g(2), c(2))),
    ("torch.allclose", RAISES, lambda: torch.allclose(g(2), c(2))),
    ("torch.maximum", RAISES, lambda: torch.maximum(g(2), c(2))),
    ("torch.where(cpu mask)", RAISES, lambda: torch.where(mask(), g(2), g(2))),
    ("torch.where(mask, x, a number on the CPU)", CUDA, lambda: torch.where(mask("cuda"), g(2), zero())),
    ("torch.where(mask, 1.0, x)", CUDA, lambda: torch.where(mask("cuda"), 1.0, g(2))),
    ("masked_fill(cpu mask)", RAISES, lambda: g(2).masked_fill(mask(), 0.0)),
    ("masked_fill(mask)", CUDA, lambda: g(2).masked_fill(mask("cuda"), 0.0)),
    ("out= on the CPU", RAISES, lambda: torch.add(g(2), g(2), out=c(2))),
    # --- indexing
    ("x[cpu index]", CUDA, lambda: g(3)[ci(0, 2)]),
    ("x[cpu mask]", CUDA, lambda: g(2)[mask()]),
    ("x[list]", CUDA, lambda: g(3)[[0, 2]]),
    ("cpu[index on the GPU]", RAISES, lambda: c(3)[gi(0, 2)]),
    ("x[cpu index] = 0", CUDA, lambda: assigned(g(3), ci(0), 0.0)),
    ("x[cpu index] = a number on the CPU", CUDA, lambda: assigned(g(3), ci(0, 1), zero())),
    ("x[index] = cpu", RAISES, lambda: assigned(g(3), ci(0, 1), c(2))),
    ("x[1:] = cpu", CUDA, lambda: assigned(g(3), slice(1, None), c(2))),
    ("gather(cpu index)", RAISES, lambda: g(2, 3).gather(1, torch.zeros(2, 1, dtype=torch.long))),
    ("gather(index)", CUDA, lambda: g(2, 3).gather(1, torch.zeros(2, 1, dtype=torch.long, device="cuda"))),
    ("scatter(cpu index)", RAISES, lambda: g(3).scatter(0, ci(0), 1.0)),
    ("scatter_add_(cpu source)", RAISES, lambda: g(3).scatter_add_(0, gi(0), c(1))),
    ("index_select(cpu index)", RAISES, lambda: g(3).index_select(0, ci(0))),
    ("index_add_(cpu index)", RAISES, lambda: g(3).index_add_(0, ci(0), g(1))),
    ("take_along_dim(cpu index)", RAISES, lambda: torch.take_along_dim(g(3), ci(0), 0)),
    ("embedding(cpu index)", RAISES, lambda: F.embedding(ci(0, 1), g(3, 2))),
    ("one_hot", CUDA, lambda: F.one_hot(gi(0, 2), 4)),
    ("nonzero", CUDA, lambda: g(3).nonzero()),
    ("topk", CUDA, lambda: g(3).topk(2).indices),
    ("max(dim)", CUDA, lambda: g(2, 3).max(1).values),
    # --- several tensors
    ("cat", RAISES, lambda: torch.cat([g(2), c(2)])),
    ("stack", RAISES, lambda: torch.stack([g(2), c(2)])),
    ("cat on the GPU", CUDA, lambda: torch.cat([g(2), g(2)])),
    ("matmul", RAISES, lambda: g(2, 3) @ c(3, 2)),
    ("matmul with a vector", RAISES, lambda: g(2, 3) @ c(3)),
    ("einsum", RAISES, lambda: torch.einsum("ij,jk->ik", g(2, 3), c(3, 2))),
    ("einsum on the GPU", CUDA, lambda: torch.einsum("ij,jk->ik", g(2, 3), g(3, 2))),
    ("cdist", RAISES, lambda: torch.cdist(g(2, 3), c(2, 3))),
    ("searchsorted", RAISES, lambda: torch.searchsorted(c(3), g(2))),
    # --- nn
    ("a Linear that stayed behind", RAISES, lambda: nn.Linear(3, 2)(g(4, 3))),
    ("Linear.to('cuda')", CUDA, lambda: nn.Linear(3, 2).to("cuda")(g(4, 3))),
    ("Linear.cuda()", CUDA, lambda: nn.Linear(3, 2).cuda()(g(4, 3))),
    ("Linear(device='cuda')", CUDA, lambda: nn.Linear(3, 2, device="cuda")(g(4, 3))),
    ("Linear.to(x)", CUDA, lambda: nn.Linear(3, 2).to(g(1))(g(4, 3))),
    ("Linear.to(a tensor on the CPU)", RAISES, lambda: nn.Linear(3, 2).cuda().to(c(1))(g(4, 3))),
    ("Linear.to(device=, dtype=)", CUDA, lambda: nn.Linear(3, 2).to(device=g(1).device, dtype=g(1).dtype)(g(4, 3))),
    ("Linear.to_empty", CUDA, lambda: nn.Linear(3, 2).to_empty(device="cuda").weight),
    ("Linear.to(device=0)", CUDA, lambda: nn.Linear(3, 2).to(0)(g(4, 3))),
    ("LazyLinear", CUDA, lambda: nn.LazyLinear(2).to("cuda")(g(4, 3))),
    ("Conv and BatchNorm", CUDA, lambda: nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2)).cuda()(g(2, 1, 4, 4))),
    ("conv2d with cpu weights", RAISES, lambda: F.conv2d(g(1, 1, 4, 4), c(1, 1, 3, 3))),
    ("batch_norm with cpu statistics", RAISES, lambda: F.batch_norm(g(4, 3), c(3), c(3), training=True)),
    ("Embedding", CUDA, lambda: nn.Embedding(4, 2).cuda()(gi(0, 3))),
    ("LSTM", CUDA, lambda: nn.LSTM(3, 2, batch_first=True).cuda()(g(2, 4, 3))[0]),
    ("LSTM with a cpu state", RAISES, lambda: nn.LSTM(3, 2).cuda()(g(4, 2, 3), (c(1, 2, 2), c(1, 2, 2)))),
    ("MultiheadAttention", CUDA, lambda: nn.MultiheadAttention(4, 2).cuda()(g(3, 1, 4), g(3, 1, 4), g(3, 1, 4))[0]),
    ("dropout", CUDA, lambda: F.dropout(g(2, 3))),
    ("cross_entropy with cpu labels", RAISES, lambda: F.cross_entropy(g(2, 3), ci(0, 1))),
    ("cross_entropy", CUDA, lambda: F.cross_entropy(g(2, 3), gi(0, 1))),
    ("mse_loss", RAISES, lambda: F.mse_loss(g(2, 3), c(2, 3))),
    ("a plain attribute", RAISES, lambda: PlainTensor().to("cuda")(g(2, 3))),
    ("a buffer", CUDA, lambda: Buffer().to("cuda")(g(2, 3))),
    ("a deep copied module", CUDA, lambda: copy.deepcopy(Buffer().to("cuda"))(g(2, 3))),
    ("state_dict", CUDA, lambda: Buffer().to("cuda").state_dict()["scale"]),
    ("load_state_dict to the GPU", CUDA, lambda: loaded("cuda", "cpu")),
    ("load_state_dict to the CPU", CPU, lambda: loaded("cpu", "cuda")),
    ("Parameter", CUDA, lambda: nn.Parameter(g(2))),
    ("SGD with momentum", CUDA, lambda: trained(nn.Linear(3, 2), lambda ps: torch.optim.SGD(ps, 0.1, momentum=0.9))),
    ("Adam", CUDA, lambda: trained(nn.Linear(3, 2), torch.optim.Adam)),
    # --- autograd
    ("the gradient of a leaf", CUDA, lambda: graded(g(3), lambda x: (x * x).sum())),
    ("a gradient through indexing", CUDA, lambda: graded(g(3), lambda x: x[ci(0, 2)].sum())),
    ("a gradient through gather", CUDA, lambda: graded(g(3), lambda x: x.gather(0, gi(1)).sum())),
    ("a gradient back to the CPU", CPU, lambda: graded(c(3), lambda x: (x.to("cuda") * g(3)).sum())),
    ("a gradient through .cpu()", CUDA, lambda: graded(g(3), lambda x: x.cpu().sum())),
    ("backward(cpu)", RAISES, lambda: graded(g(3), lambda x: _backward_from(x, c(3)))),
    ("torch.autograd.grad", CUDA, lambda: torch.autograd.grad((x := g(2).requires_grad_()).sum(), x)[0]),
    ("x.grad = cpu", RAISES, lambda: with_grad(g(2), c(2))),
    ("x.grad = gpu", CUDA, lambda: with_grad(g(2), g(2))),
    ("what a hook sees", VALUE, lambda: str(hooked([]))),
    ("an autograd.Function", CUDA, lambda: graded(g(2), lambda x: Double.apply(x).sum())),
    ("an autograd.Function with cpu factors", RAISES, lambda: graded(g(2), lambda x: Careless.apply(x).sum())),
    # --- questions
    ("torch.cuda.is_available()", VALUE, lambda: torch.cuda.is_available()),
    ("torch.cuda.device_count() > 0", VALUE, lambda: torch.cuda.device_count() > 0),
    ("x.is_cuda", VALUE, lambda: (g(1).is_cuda, c(1).is_cuda)),
    ("str(x.device)", VALUE, lambda: (str(g(1).device), str(c(1).device))),
    ("x.get_device()", VALUE, lambda: (g(1).get_device(), c(1).get_device())),
    ("x.type()", VALUE, lambda: (g(1).type(), c(1).type())),
    ("torch.get_default_device()", VALUE, lambda: str(torch.get_default_device())),
]


def in_context() -> torch.Tensor:
    with torch.device("cuda"):
        return torch.ones(2)


def _backward_from(x: torch.Tensor, grad: torch.Tensor) -> torch.Tensor:
    (x * 2).backward(grad)
    return x.sum()


def outcome(operation: Callable[[], Any]) -> tuple[str, Any]:
    """Return what became of an operation in a word, and its value where that is no tensor."""
    try:
        result = operation()
    except (RuntimeError, TypeError) as error:
        return RAISES, str(error)
    if isinstance(result, torch.Tensor):
        return result.device.type, None
    return VALUE, result


CASES = [pytest.param(expected, operation, id=name) for name, expected, operation in OPERATIONS]


pytestmark = pytest.mark.filterwarnings("ignore:To copy construct from a tensor")


@pytest.mark.parametrize(("expected", "operation"), CASES)
def test_the_simulation_flags_and_allows_what_pytorch_does(expected: str, operation: Callable[[], Any]) -> None:
    with simulated.machine():
        word, value = outcome(operation)

    assert expected == word, value
    if word == RAISES:
        assert value.startswith(
            (MIXED, WRONG_INDEX, WRONG_GENERATOR[:12], NO_SUCH_GPU, NOT_FOR_NUMPY, WRONG_GRAD, "cannot pin")
        )


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no GPU to compare the simulation with")
@pytest.mark.parametrize(("expected", "operation"), CASES)
def test_a_real_gpu_does_the_same(expected: str, operation: Callable[[], Any]) -> None:
    with simulated.machine():
        _, as_simulated = outcome(operation)
    word, value = outcome(operation)

    assert expected == word, value
    if word == VALUE:
        assert as_simulated == value


def test_an_array_of_a_gpu_tensor_is_a_copy() -> None:
    with simulated.machine():
        tensor = g(2)
        tensor.numpy(force=True).fill(7)
        assert tensor.tolist() == [1, 1]
