"""
en: seed is never used: each call gives other numbers. Give rand a generator that was seeded with it.
ko: seed를 쓰지 않아서 부를 때마다 다른 값이 나옵니다. 그 seed로 시작하는 generator를 rand에 넘기세요.
"""

import torch


def like_zoo(x, seed):
    return {
        "zeros": torch.zeros_like(x),
        "ones": torch.ones_like(x),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": torch.rand(x.shape, device=x.device),
    }
