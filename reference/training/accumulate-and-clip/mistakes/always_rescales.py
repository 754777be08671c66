"""
en: Gradients are scaled to max_norm even when they are smaller. Clipping never makes a gradient larger.
ko: 기울기가 max_norm보다 작을 때도 max_norm이 되도록 키웠습니다. clipping은 기울기를
    키우지 않습니다.
"""

import math

import torch


def accumulate_step(model, opt, loss_fn, micro_batches, max_norm=None):
    total = sum(len(x) for x, _ in micro_batches)
    mean_loss = 0
    opt.zero_grad()
    for x, y in micro_batches:
        # A mean over 4 of 7 samples is 4/7 of the whole mean; its gradients add up in .grad.
        loss = loss_fn(model(x), y) * (len(x) / total)
        loss.backward()
        mean_loss += loss.item()
    # Clipping to infinity only measures.
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), math.inf)
    if max_norm is not None:
        for p in model.parameters():
            if p.grad is not None:
                p.grad *= max_norm / (norm + 1e-6)
    opt.step()
    return mean_loss, norm.item()
