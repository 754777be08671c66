"""
en: size() is the shape, not a number of elements. In numpy .size is a count, in PyTorch it is numel().
ko: size()는 원소의 개수가 아니라 shape입니다. numpy의 .size는 개수이지만 PyTorch에서는 numel()입니다.
"""

import torch


def make_and_describe(data):
    t = torch.tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.size(),
    }
