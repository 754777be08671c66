"""
en: The shape is a list. A tuple was asked for: tuple(t.shape).
ko: shape이 list입니다. tuple(t.shape)처럼 tuple이어야 합니다.
"""

import torch


def make_and_describe(data):
    t = torch.tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": list(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.numel(),
    }
