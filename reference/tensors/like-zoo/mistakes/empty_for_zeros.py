"""
en: torch.empty is not zeros: it hands out memory as it is, with whatever was left in it, and float32 unless told
    otherwise. Use zeros_like.
ko: torch.empty는 0으로 채우지 않습니다. 메모리에 남아 있던 값을 그대로 내주며, 따로 지정하지 않으면 float32입니다.
    zeros_like를 쓰세요.
"""

import torch


def like_zoo(x, seed):
    return {
        "zeros": torch.empty(x.shape, device=x.device),
        "ones": torch.ones_like(x),
        "long": torch.empty(x.shape, dtype=torch.long, device=x.device).fill_(0),
        "rand": torch.rand(x.shape, generator=torch.Generator().manual_seed(seed)).to(x.device),
    }
