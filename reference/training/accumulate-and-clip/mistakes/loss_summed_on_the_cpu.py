"""
en: The loss is added up in a tensor from torch.zeros, on the CPU. A loss on a GPU can't be added to it in place.
    Add loss.item(), a Python number.
ko: loss를 torch.zeros로 CPU에 만든 텐서에 더합니다. GPU에 있는 loss는 제자리에서 더할 수 없습니다. 파이썬 숫자인
    loss.item()을 더하세요.
"""

import math

import torch


def accumulate_step(model, opt, loss_fn, micro_batches, max_norm=None):
    total = sum(len(x) for x, _ in micro_batches)
    mean_loss = torch.zeros((), dtype=torch.float64)
    opt.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * (len(x) / total)
        loss.backward()
        mean_loss += loss.detach()
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), math.inf if max_norm is None else max_norm)
    opt.step()
    return mean_loss.item(), norm.item()
