"""
en: zero_grad inside the loop throws away what was accumulated: only the last micro batch is left.
ko: 반복문 안의 zero_grad가 지금까지 누적한 것을 버려서 마지막 micro batch만 남습니다.
"""

import math

import torch


def accumulate_step(model, opt, loss_fn, micro_batches, max_norm=None):
    total = sum(len(x) for x, _ in micro_batches)
    mean_loss = 0
    for x, y in micro_batches:
        # A mean over 4 of 7 samples is 4/7 of the whole mean; its gradients add up in .grad.
        loss = loss_fn(model(x), y) * (len(x) / total)
        opt.zero_grad()
        loss.backward()
        mean_loss += loss.item()
    # Clipping to infinity only measures.
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), math.inf if max_norm is None else max_norm)
    opt.step()
    return mean_loss, norm.item()
