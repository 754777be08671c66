"""
en: A tensor that requires a gradient was cloned, so what is written into its array never reaches it. detach() is
    enough: it gives another view of the same memory.
ko: 기울기가 필요한 텐서를 clone해서 배열에 쓴 값이 텐서에 전해지지 않습니다. detach()만으로 충분합니다. detach()는 같은
    메모리를 보는 뷰를 하나 더 만듭니다.
"""

import torch


def to_numpy(t, copy=False):
    if t.requires_grad:
        t = t.detach().clone()
    a = t.cpu().numpy()
    return a.copy() if copy else a


def from_np(a, share=True):
    return torch.from_numpy(a if share and min(a.strides, default=0) >= 0 else a.copy())
