"""
en: The dtype and the device are objects of torch. Strings were asked for: the short name of the dtype, and the type
    of the device.
ko: dtype과 device가 torch의 객체 그대로입니다. dtype의 짧은 이름과 device의 종류를 문자열로 넣어야 합니다.
"""

import torch


def make_and_describe(data):
    t = torch.tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": t.dtype,
        "device": t.device,
        "numel": t.numel(),
    }
