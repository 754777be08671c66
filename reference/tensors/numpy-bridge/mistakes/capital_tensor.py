"""
en: torch.Tensor(a) (like torch.FloatTensor) makes float32 of everything, and a copy. from_numpy keeps the dtype.
ko: torch.Tensor(a)는 torch.FloatTensor처럼 무엇이든 float32로 만들고 복사까지 합니다. from_numpy는 dtype을
    유지합니다.
"""

import torch


def to_numpy(t, copy=False):
    a = t.detach().cpu().numpy()
    return a.copy() if copy else a


def from_np(a, share=True):
    return torch.Tensor(a.copy())
