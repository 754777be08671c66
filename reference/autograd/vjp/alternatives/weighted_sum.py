import torch


def vjp(fn, inputs, weights=None):
    xs = []
    for x in inputs:
        x = x.clone()
        x.requires_grad = True
        # Adding nothing of everybody gives unused inputs their zeros.
        x.grad = torch.zeros_like(x)
        xs.append(x)
    with torch.enable_grad():
        out = fn(*xs)
        total = out.sum() if weights is None else (out * weights).sum()
    total.backward()
    return [x.grad.detach() for x in xs]
