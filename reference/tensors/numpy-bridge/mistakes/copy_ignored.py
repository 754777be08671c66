"""
en: copy=True was ignored: the array still shares memory with the tensor. Add .copy().
ko: copy=True를 무시해서 배열이 여전히 텐서와 메모리를 공유합니다. .copy()를 붙이세요.
"""

import torch


def to_numpy(t, copy=False):
    return t.detach().cpu().numpy()


def from_np(a, share=True):
    return torch.from_numpy(a if share and min(a.strides, default=0) >= 0 else a.copy())
