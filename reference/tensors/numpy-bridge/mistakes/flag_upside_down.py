"""
en: The switch works the wrong way round: copy=True shares the memory, and copy=False copies.
ko: 인자가 반대로 동작합니다. copy=True일 때 공유하고 copy=False일 때 복사합니다.
"""

import torch


def to_numpy(t, copy=False):
    a = t.detach().cpu().numpy()
    return a if copy else a.copy()


def from_np(a, share=True):
    return torch.from_numpy(a.copy() if share or min(a.strides, default=0) < 0 else a)
