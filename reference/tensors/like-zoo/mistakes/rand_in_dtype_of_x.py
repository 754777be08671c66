"""
en: rand took over the dtype of x: float64 for a float64 x, and for ints there are no random numbers in [0, 1) at all.
    It should be float32.
ko: rand가 x의 dtype을 물려받았습니다. x가 float64이면 float64가 되고, 정수로는 [0, 1)의 난수를 만들 수 없습니다.
    float32여야 합니다.
"""

import torch


def like_zoo(x, seed):
    rand = torch.rand(x.shape, generator=torch.Generator().manual_seed(seed)).to(x.device)
    return {
        "zeros": torch.zeros_like(x),
        "ones": torch.ones_like(x),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": rand.to(x.dtype),
    }
