"""
en: Only the first stride was looked at, so a[:, ::-1] still fails. Any dim may run backwards.
ko: 첫 번째 stride만 검사해서 a[:, ::-1]에서는 여전히 오류가 납니다. 어느 차원이든 거꾸로 갈 수 있습니다.
"""

import torch


def to_numpy(t, copy=False):
    a = t.detach().cpu().numpy()
    return a.copy() if copy else a


def from_np(a, share=True):
    return torch.from_numpy(a if share and a.strides[0] >= 0 else a.copy())
