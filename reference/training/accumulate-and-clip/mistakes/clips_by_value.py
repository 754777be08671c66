"""
en: Each element is cut to [-max_norm, max_norm] on its own (clip_grad_value_). Clipping by norm scales all
    gradients by one factor and keeps their direction.
ko: 원소 하나하나를 [-max_norm, max_norm]으로 잘랐습니다(clip_grad_value_).
    norm으로 자르는 것은 모든 기울기에 같은 배율을 곱해 방향을 유지하는 것입니다.
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
        torch.nn.utils.clip_grad_value_(model.parameters(), max_norm)
    opt.step()
    return mean_loss, norm.item()
