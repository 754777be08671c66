import torch


def vjp(fn, inputs, weights=None):
    copies = [x.new_tensor(x.tolist()).reshape(x.shape).requires_grad_(True) for x in inputs]
    output = fn(*copies)
    if weights is None:
        weights = torch.ones_like(output)
    grads = torch.autograd.grad(output, copies, grad_outputs=weights, allow_unused=True)
    result = []
    for x, grad in zip(inputs, grads):
        result.append(torch.zeros_like(x) if grad is None else grad)
    return result
