"""
en: "long" has the dtype of x, because zeros_like takes it over. Say which dtype you want: dtype=torch.long.
ko: zeros_like는 dtype까지 물려받으므로 long의 dtype이 x와 같아졌습니다. dtype=torch.long을 지정하세요.
"""

import torch


def like_zoo(x, seed):
    return {
        "zeros": torch.zeros_like(x),
        "ones": torch.ones_like(x),
        "long": torch.zeros_like(x),
        "rand": torch.rand(x.shape, generator=torch.Generator().manual_seed(seed)).to(x.device),
    }
