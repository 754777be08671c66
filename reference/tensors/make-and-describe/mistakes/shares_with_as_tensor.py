"""
en: as_tensor (like from_numpy) shares the memory of a numpy array: when the array changes, the tensor changes with
    it. torch.tensor always copies.
ko: as_tensor는 from_numpy처럼 numpy 배열과 메모리를 공유해서 배열이 바뀌면 텐서도 함께 바뀝니다. torch.tensor는
    언제나 복사합니다.
"""

import torch


def make_and_describe(data):
    t = torch.as_tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.numel(),
    }
