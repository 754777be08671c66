import torch
from torch.nn.utils import clip_grad_norm_


def accumulate_step(model, opt, loss_fn, micro_batches, max_norm=None):
    trainable = [p for p in model.parameters() if p.requires_grad]
    opt.zero_grad()
    loss_sum, seen = 0.0, 0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * x.size(0)  # the sum over the samples
        loss.backward()
        loss_sum += float(loss.detach())
        seen += x.size(0)
    for p in trainable:
        if p.grad is not None:
            p.grad /= seen
    grads = [p.grad.flatten() for p in trainable if p.grad is not None]
    norm = torch.linalg.vector_norm(torch.cat(grads)).item()
    if max_norm is not None:
        clip_grad_norm_(trainable, max_norm)
    opt.step()
    return loss_sum / seen, norm
