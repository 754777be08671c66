import torch
from torch import nn


def grads_after(fn, w, n, zero):
    parameter = nn.Parameter(w.detach().clone())
    history = []
    while len(history) < n:
        loss = fn(parameter)
        loss.backward()
        history.append(torch.empty_like(w).copy_(parameter.grad))
        if zero:
            parameter.grad.zero_()
    return history
