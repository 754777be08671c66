"""
en: Each parameter was clipped by its own norm. The global norm is that of all gradients together.
ko: 파라미터마다 자기 norm으로 잘랐습니다. 전체 norm은 모든 기울기를 한 벡터로 보았을 때의
    norm입니다.
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
            torch.nn.utils.clip_grad_norm_([p], max_norm)
    opt.step()
    return mean_loss, norm.item()
