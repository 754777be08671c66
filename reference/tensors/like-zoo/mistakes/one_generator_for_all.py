"""
en: The generator is made once, outside the function, and seeded by the first call only: later calls go on where it
    stopped. Make and seed it in each call.
ko: generator를 함수 밖에서 한 번만 만들고 첫 호출에서만 seed를 넣어, 그다음 호출은 멈춘 곳에서 이어집니다. 호출할
    때마다 만들고 seed를 넣으세요.
"""

import torch

generators = []


def like_zoo(x, seed):
    if not generators:
        generators.append(torch.Generator().manual_seed(seed))
    return {
        "zeros": torch.zeros_like(x),
        "ones": torch.ones_like(x),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": torch.rand(x.shape, generator=generators[0]).to(x.device),
    }
