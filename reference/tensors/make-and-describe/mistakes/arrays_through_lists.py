"""
en: tolist() turns the array into Python numbers, and the dtype is guessed again: float64 becomes float32 and int32
    becomes int64. torch.tensor takes arrays as they are.
ko: tolist()로 배열을 파이썬 숫자로 바꾸면 dtype을 처음부터 다시 정하게 되어 float64는 float32로, int32는 int64로
    바뀝니다. torch.tensor는 배열을 그대로 받습니다.
"""

import torch


def make_and_describe(data):
    t = torch.tensor(data.tolist() if hasattr(data, "tolist") else data)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.numel(),
    }
