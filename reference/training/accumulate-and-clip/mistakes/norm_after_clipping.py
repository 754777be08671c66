"""
en: The norm is measured after clipping, so it never exceeds max_norm. clip_grad_norm_ returns the norm from
    before: that tells you whether training is about to explode.
ko: 자른 뒤에 norm을 쟀기 때문에 max_norm을 넘을 수 없습니다. clip_grad_norm_은 자르기
    전의 norm을 반환하며, 학습이 발산하려는지를 알려 주는 값은 그쪽입니다.
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
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), math.inf if max_norm is None else max_norm)
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), math.inf)
    opt.step()
    return mean_loss, norm.item()
