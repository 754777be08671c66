"""
en: t.numel without parentheses is the method itself. Call it: t.numel().
ko: 괄호가 없는 t.numel은 메서드 자체입니다. t.numel()처럼 호출하세요.
"""

import torch


def make_and_describe(data):
    t = torch.tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.numel,
    }
