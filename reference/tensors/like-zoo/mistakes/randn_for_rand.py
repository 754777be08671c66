"""
en: randn draws from the normal distribution, with values below 0 and above 1. Uniform numbers in [0, 1) come from
    rand.
ko: randn은 정규분포에서 뽑기 때문에 0보다 작거나 1보다 큰 값이 나옵니다. [0, 1)의 균등한 난수는 rand로 만듭니다.
"""

import torch


def like_zoo(x, seed):
    return {
        "zeros": torch.zeros_like(x),
        "ones": torch.ones_like(x),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": torch.randn(x.shape, generator=torch.Generator().manual_seed(seed)).to(x.device),
    }
