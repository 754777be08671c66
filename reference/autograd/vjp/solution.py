import torch


def vjp(fn, inputs, weights=None):
    # A detached tensor shares its values with the input but keeps a gradient of its own.
    leaves = [x.detach().requires_grad_() for x in inputs]
    fn(*leaves).backward(gradient=weights)
    return [torch.zeros_like(x) if x.grad is None else x.grad for x in leaves]
