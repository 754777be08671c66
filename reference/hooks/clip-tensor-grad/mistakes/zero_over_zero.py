"""
en: grad / norm is 0 / 0 = nan for a zero gradient. Divide only where the norm is greater than the limit.
ko: 기울기가 0이면 grad / norm은 0 / 0 = nan입니다. norm이 limit보다 클 때만 나누세요.
"""

import torch


def clip_tensor_grad(t, limit):
    log = []

    def hook(grad):
        norm = grad.norm()
        log.append(norm.item())
        return grad / norm * torch.clamp(norm, max=limit)

    return t.register_hook(hook), log
