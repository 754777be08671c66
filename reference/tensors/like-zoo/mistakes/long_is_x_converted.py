"""
en: x.long() converts the values of x; zeros were asked for. Where x is int64 already, it is even x itself and no new
    tensor.
ko: x.long()은 x의 값을 정수로 바꾼 것인데, 필요한 것은 0입니다. x가 이미 int64이면 새 텐서도 아니고 x 자신입니다.
"""

import torch


def like_zoo(x, seed):
    return {
        "zeros": torch.zeros_like(x),
        "ones": torch.ones_like(x),
        "long": x.long(),
        "rand": torch.rand(x.shape, generator=torch.Generator().manual_seed(seed)).to(x.device),
    }
