"""
en: str(t.dtype) is "torch.int64"; the short name "int64" was asked for. Cut off what stands before the dot.
ko: str(t.dtype)은 "torch.int64"입니다. 짧은 이름 "int64"가 필요하므로 점 앞부분을 잘라 내세요.
"""

import torch


def make_and_describe(data):
    t = torch.tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype),
        "device": t.device.type,
        "numel": t.numel(),
    }
