"""
en: from_numpy refuses an array that runs backwards, because a tensor can't have a negative stride. Copy such an array
    first.
ko: 텐서는 stride가 음수일 수 없어서 from_numpy는 거꾸로 가는 배열을 거부합니다. 그런 배열은 먼저 복사하세요.
"""

import torch


def to_numpy(t, copy=False):
    a = t.detach().cpu().numpy()
    return a.copy() if copy else a


def from_np(a, share=True):
    return torch.from_numpy(a) if share else torch.tensor(a)
