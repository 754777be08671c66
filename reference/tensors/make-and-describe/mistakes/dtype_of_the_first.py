"""
en: The dtype was decided by the first number alone, so [1, 2.5] lost its fraction. torch.tensor looks at all of them.
ko: 첫 번째 숫자만 보고 dtype을 정해서 [1, 2.5]의 소수 부분이 사라졌습니다. torch.tensor는 모든 숫자를 보고 정합니다.
"""

import torch


def make_and_describe(data):
    first = data
    while isinstance(first, list) and first:
        first = first[0]
    t = torch.tensor(data, dtype=torch.int64) if type(first) is int else torch.tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.numel(),
    }
