"""
en: tolist() makes Python numbers: the dtype is guessed again and the memory is new. numpy() keeps both.
ko: tolist()로 파이썬 숫자를 만들면 dtype을 다시 추측하게 되고 메모리도 새것이 됩니다. numpy()는 둘 다 그대로입니다.
"""

import numpy as np
import torch


def to_numpy(t, copy=False):
    return np.array(t.tolist())


def from_np(a, share=True):
    return torch.from_numpy(a if share and min(a.strides, default=0) >= 0 else a.copy())
