import torch


def data_parallel_step(model, loss_fn, x, y, world):
    params = list(model.parameters())
    total = [torch.zeros_like(p) for p in params]
    for rank in range(min(world, x.shape[0])):
        mine, labels = x[rank::world], y[rank::world]
        grads = torch.autograd.grad(loss_fn(model(mine), labels), params)
        for t, g in zip(total, grads):
            t += g * (mine.shape[0] / x.shape[0])
    for p, t in zip(params, total):
        p.grad = t
