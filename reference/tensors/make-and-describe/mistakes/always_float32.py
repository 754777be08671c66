"""
en: dtype=torch.float32 was asked for, so ints and bools became floats. Leave dtype away, and torch.tensor infers it
    from the data.
ko: dtype=torch.float32를 지정해서 정수와 bool이 모두 실수가 되었습니다. dtype을 지정하지 않으면 torch.tensor가
    데이터를 보고 정합니다.
"""

import torch


def make_and_describe(data):
    t = torch.tensor(data, dtype=torch.float32)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.numel(),
    }
