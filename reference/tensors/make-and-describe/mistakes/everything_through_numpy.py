"""
en: numpy's floats are float64, so a list of floats became float64 on the way through np.asarray; torch.tensor makes
    float32 of it. from_numpy shares the array's memory as well.
ko: numpy의 실수는 float64라서 np.asarray를 거치면 실수 리스트가 float64가 됩니다. torch.tensor는 float32로 만듭니다.
    from_numpy는 배열과 메모리도 공유합니다.
"""

import numpy as np
import torch


def make_and_describe(data):
    t = torch.from_numpy(np.asarray(data))
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.numel(),
    }
