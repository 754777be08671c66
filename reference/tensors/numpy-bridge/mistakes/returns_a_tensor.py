"""
en: detach() and cpu() give a tensor. The last step, numpy(), is missing.
ko: detach()와 cpu()의 결과는 아직 텐서입니다. 마지막 단계인 numpy()가 빠졌습니다.
"""

import torch


def to_numpy(t, copy=False):
    a = t.detach().cpu()
    return a.clone() if copy else a


def from_np(a, share=True):
    return torch.from_numpy(a if share and min(a.strides, default=0) >= 0 else a.copy())
