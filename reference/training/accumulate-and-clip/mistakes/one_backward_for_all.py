"""
en: The losses are added up and there is one backward at the end. The numbers are right, but all graphs are in
    memory at once, which is what accumulation is there to avoid.
ko: 손실을 모두 더한 뒤 마지막에 backward를 한 번 합니다. 값은 맞지만 모든 계산 그래프가 동시에
    메모리에 있게 됩니다. 누적은 바로 그것을 피하려는 방법입니다.
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
        mean_loss += loss
    mean_loss.backward()
    mean_loss = mean_loss.item()
    # Clipping to infinity only measures.
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), math.inf if max_norm is None else max_norm)
    opt.step()
    return mean_loss, norm.item()
