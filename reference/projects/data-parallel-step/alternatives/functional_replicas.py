import torch
from torch.func import functional_call


def data_parallel_step(model, loss_fn, x, y, world):
    n = x.size(0)
    model.zero_grad(set_to_none=False)
    sums = {name: torch.zeros_like(p) for name, p in model.named_parameters()}
    for xs, ys in zip(torch.tensor_split(x, world), torch.tensor_split(y, world)):
        if xs.size(0) == 0:
            continue
        replica = {name: p.detach().clone().requires_grad_() for name, p in model.named_parameters()}
        loss_fn(functional_call(model, replica, (xs,)), ys).backward()
        for name, p in replica.items():
            sums[name] += p.grad * xs.size(0)
    for name, p in model.named_parameters():
        p.grad = sums[name] / n
