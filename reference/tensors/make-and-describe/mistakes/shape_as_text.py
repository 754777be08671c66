"""
en: The shape is the text "torch.Size([2, 3])". A tuple of ints was asked for: tuple(t.shape).
ko: shape이 "torch.Size([2, 3])"이라는 문자열입니다. tuple(t.shape)처럼 int의 tuple이어야 합니다.
"""

import torch


def make_and_describe(data):
    t = torch.tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": str(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.numel(),
    }
