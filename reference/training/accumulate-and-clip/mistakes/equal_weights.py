"""
en: Every micro batch counts 1/n. That is the full batch only if all are equally large: weigh each by its number
    of samples.
ko: 모든 micro batch를 1/n로 똑같이 반영했습니다. 크기가 모두 같을 때만 전체 배치와 같습니다.
    샘플 수로 가중하세요.
"""

import math

import torch


def accumulate_step(model, opt, loss_fn, micro_batches, max_norm=None):
    total = sum(len(x) for x, _ in micro_batches)
    mean_loss = 0
    opt.zero_grad()
    for x, y in micro_batches:
        # A mean over 4 of 7 samples is 4/7 of the whole mean; its gradients add up in .grad.
        loss = loss_fn(model(x), y) * (1 / len(micro_batches))
        loss.backward()
        mean_loss += loss.item()
    # Clipping to infinity only measures.
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), math.inf if max_norm is None else max_norm)
    opt.step()
    return mean_loss, norm.item()
