import torch


def vjp(fn, inputs, weights=None):
    _, grads = torch.autograd.functional.vjp(fn, tuple(inputs), weights)
    return list(grads)
