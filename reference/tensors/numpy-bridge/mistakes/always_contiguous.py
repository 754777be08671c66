"""
en: ascontiguousarray copies every array that has gaps or is transposed, and then nothing is shared. Only a negative
    stride needs a copy.
ko: ascontiguousarray는 전치했거나 듬성듬성한 배열을 모두 복사하므로 메모리를 공유하지 않게 됩니다. stride가 음수일
    때만 복사하면 됩니다.
"""

import numpy as np
import torch


def to_numpy(t, copy=False):
    a = t.detach().cpu().numpy()
    return a.copy() if copy else a


def from_np(a, share=True):
    return torch.from_numpy(np.ascontiguousarray(a)) if share else torch.tensor(a.copy())
