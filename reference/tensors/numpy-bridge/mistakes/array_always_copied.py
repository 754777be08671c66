"""
en: The array is always a copy, so nothing that is written into it reaches the tensor. Copy only with copy=True.
ko: 언제나 복사본을 돌려주어서 배열에 쓴 값이 텐서에 전해지지 않습니다. copy=True일 때만 복사하세요.
"""

import numpy as np
import torch


def to_numpy(t, copy=False):
    return np.array(t.detach().cpu())


def from_np(a, share=True):
    return torch.from_numpy(a if share and min(a.strides, default=0) >= 0 else a.copy())
