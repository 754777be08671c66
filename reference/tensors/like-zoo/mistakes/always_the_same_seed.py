"""
en: The generator is seeded with a fixed number, so every seed gives the same numbers. Seed it with the argument.
ko: generator에 고정된 수를 넣어서 seed가 무엇이든 같은 값이 나옵니다. 인자로 받은 seed를 넣으세요.
"""

import torch


def like_zoo(x, seed):
    return {
        "zeros": torch.zeros_like(x),
        "ones": torch.ones_like(x),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": torch.rand(x.shape, generator=torch.Generator().manual_seed(42)).to(x.device),
    }
