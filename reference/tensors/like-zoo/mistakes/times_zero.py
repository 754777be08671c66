"""
en: x * 0 is not zero everywhere: nan * 0 and inf * 0 are nan. zeros_like never looks at the values of x.
ko: x * 0이 언제나 0은 아닙니다. nan * 0과 inf * 0은 nan입니다. zeros_like는 x의 값을 아예 보지 않습니다.
"""

import torch


def like_zoo(x, seed):
    return {
        "zeros": x * 0,
        "ones": torch.ones_like(x),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": torch.rand(x.shape, generator=torch.Generator().manual_seed(seed)).to(x.device),
    }
