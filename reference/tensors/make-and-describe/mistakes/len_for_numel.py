"""
en: len(t) is the size of the first dim, and a tensor without dims has no len at all. The number of elements is
    t.numel().
ko: len(t)은 첫 번째 차원의 크기일 뿐이고, 차원이 없는 텐서에는 len을 쓸 수 없습니다. 원소의 개수는 t.numel()입니다.
"""

import torch


def make_and_describe(data):
    t = torch.tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": len(t),
    }
