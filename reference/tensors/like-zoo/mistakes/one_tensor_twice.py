"""
en: .long() of an int64 tensor makes no new one, so for an int64 x the keys zeros and long hold the same tensor. Make
    each of them.
ko: int64 텐서에 .long()을 하면 새 텐서가 생기지 않습니다. 그래서 x가 int64이면 zeros와 long이 같은 텐서가 됩니다.
    따로 만드세요.
"""

import torch


def like_zoo(x, seed):
    zeros = torch.zeros_like(x)
    return {
        "zeros": zeros,
        "ones": torch.ones_like(x),
        "long": zeros.long(),
        "rand": torch.rand(x.shape, generator=torch.Generator().manual_seed(seed)).to(x.device),
    }
