"""
en: The micro batches are joined into one big batch. If that fitted into memory, nobody would need to
    accumulate.
ko: micro batch를 큰 배치 하나로 이어 붙였습니다. 그것이 메모리에 들어간다면 누적할 필요가 없습니다.
"""

import math

import torch


def accumulate_step(model, opt, loss_fn, micro_batches, max_norm=None):
    total = sum(len(x) for x, _ in micro_batches)
    mean_loss = 0
    micro_batches = [tuple(torch.cat(parts) for parts in zip(*micro_batches))]
    opt.zero_grad()
    for x, y in micro_batches:
        # A mean over 4 of 7 samples is 4/7 of the whole mean; its gradients add up in .grad.
        loss = loss_fn(model(x), y) * (len(x) / total)
        loss.backward()
        mean_loss += loss.item()
    # Clipping to infinity only measures.
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), math.inf if max_norm is None else max_norm)
    opt.step()
    return mean_loss, norm.item()
