import torch


def accumulate_step(model, opt, loss_fn, micro_batches, max_norm=None):
    for p in model.parameters():
        p.grad = None
    sizes = [y.shape[0] for _, y in micro_batches]
    weights = torch.tensor(sizes) / sum(sizes)
    losses = []
    for (x, y), weight in zip(micro_batches, weights):
        part = weight * loss_fn(model(x), y)
        part.backward()
        losses.append(part.detach())
    grads = [p.grad for p in model.parameters() if p.grad is not None]
    norm = torch.sqrt(sum((g**2).sum() for g in grads))
    if max_norm is not None and norm > max_norm:
        for g in grads:
            g.mul_(max_norm / norm)
    opt.step()
    return float(sum(losses)), float(norm)
