"""
en: numpy() refuses a tensor that requires a gradient. detach() gives a view of the values without it:
    t.detach().numpy().
ko: numpy()는 기울기가 필요한 텐서를 거부합니다. detach()로 기울기가 없는 뷰를 만든 다음 t.detach().numpy()처럼
    쓰세요.
"""

import torch


def to_numpy(t, copy=False):
    a = t.cpu().numpy()
    return a.copy() if copy else a


def from_np(a, share=True):
    return torch.from_numpy(a if share and min(a.strides, default=0) >= 0 else a.copy())
