"""
en: torch.zeros(x.shape) takes the shape of x and nothing else: the dtype is float32 and the device the CPU.
    zeros_like takes over all three.
ko: torch.zeros(x.shape)은 x의 shape만 물려받습니다. dtype은 float32, device는 CPU가 됩니다. zeros_like는 셋 다
    물려받습니다.
"""

import torch


def like_zoo(x, seed):
    return {
        "zeros": torch.zeros(x.shape, device=x.device),
        "ones": torch.ones(x.shape, device=x.device),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": torch.rand(x.shape, generator=torch.Generator().manual_seed(seed)).to(x.device),
    }
