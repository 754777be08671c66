"""
en: torch.int is int32. "long" means int64: torch.long or torch.int64.
ko: torch.int는 int32입니다. long은 int64이므로 torch.long이나 torch.int64를 쓰세요.
"""

import torch


def like_zoo(x, seed):
    return {
        "zeros": torch.zeros_like(x),
        "ones": torch.ones_like(x),
        "long": torch.zeros(x.shape, dtype=torch.int, device=x.device),
        "rand": torch.rand(x.shape, generator=torch.Generator().manual_seed(seed)).to(x.device),
    }
