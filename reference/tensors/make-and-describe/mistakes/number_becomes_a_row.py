"""
en: A single number was put into a list, which gives shape (1,). torch.tensor(3) takes the number itself, and has no
    dims.
ko: 숫자 하나를 리스트에 넣어서 shape이 (1,)이 되었습니다. torch.tensor(3)은 숫자를 그대로 받아 차원이 없는 텐서를
    만듭니다.
"""

import torch


def make_and_describe(data):
    if not isinstance(data, list) and not hasattr(data, "shape"):
        data = [data]
    t = torch.tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.numel(),
    }
