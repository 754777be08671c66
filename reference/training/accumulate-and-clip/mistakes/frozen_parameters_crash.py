"""
en: The norm is taken over every parameter, but a frozen one has no gradient (None). Skip it.
ko: 모든 파라미터의 기울기로 norm을 구하는데, 얼려 둔 파라미터에는 기울기가 없습니다(None).
    건너뛰세요.
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
    norm = torch.stack([p.grad.norm() for p in model.parameters()]).norm() if max_norm is None else norm
    opt.step()
    return mean_loss, norm.item()
