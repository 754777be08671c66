"""
en: zero_() writes into x, which the caller still needs, and hands out x itself. Without the underscore, zeros_like
    makes a new tensor.
ko: zero_()는 호출한 쪽이 계속 써야 하는 x를 0으로 덮어쓰고 x 자신을 돌려줍니다. zeros_like로 새 텐서를 만드세요.
"""

import torch


def like_zoo(x, seed):
    return {
        "zeros": x.zero_(),
        "ones": torch.ones_like(x),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": torch.rand(x.shape, generator=torch.Generator().manual_seed(seed)).to(x.device),
    }
