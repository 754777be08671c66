import torch


def grads_after(fn, w, n, zero):
    leaf = w.clone().requires_grad_(True)
    total = torch.zeros_like(leaf)
    result = []
    for i in range(n):
        loss = fn(leaf)
        (grad,) = torch.autograd.grad(loss, leaf)
        total = grad * 1 if zero else total + grad
        result.append(total)
    return result
