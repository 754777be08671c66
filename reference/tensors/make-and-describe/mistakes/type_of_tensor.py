"""
en: t.type() is an old name such as "torch.LongTensor", not a dtype. Read t.dtype.
ko: t.type()은 "torch.LongTensor" 같은 옛 이름이지 dtype이 아닙니다. t.dtype을 읽으세요.
"""

import torch


def make_and_describe(data):
    t = torch.tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": t.type(),
        "device": t.device.type,
        "numel": t.numel(),
    }
