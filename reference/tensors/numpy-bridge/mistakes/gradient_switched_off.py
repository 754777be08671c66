"""
en: requires_grad_(False) (like detach_()) changes the caller's tensor: it never gets a gradient again. detach()
    leaves it alone.
ko: requires_grad_(False)는 detach_()처럼 호출한 쪽의 텐서를 바꿔서 더는 기울기를 받지 못하게 합니다. detach()는 원래
    텐서를 건드리지 않습니다.
"""

import torch


def to_numpy(t, copy=False):
    a = t.detach_().cpu().numpy()
    return a.copy() if copy else a


def from_np(a, share=True):
    return torch.from_numpy(a if share and min(a.strides, default=0) >= 0 else a.copy())
