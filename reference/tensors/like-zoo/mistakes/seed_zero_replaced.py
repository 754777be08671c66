"""
en: seed or 42 is 42 where seed is 0, because 0 counts as false: the seeds 0 and 42 give the same numbers. Take the seed
    as it is.
ko: 0은 거짓으로 취급되므로 seed or 42는 seed가 0일 때 42가 됩니다. 그러면 seed 0과 42에서 같은 값이 나옵니다. seed를
    그대로 쓰세요.
"""

import torch


def like_zoo(x, seed):
    return {
        "zeros": torch.zeros_like(x),
        "ones": torch.ones_like(x),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": torch.rand(x.shape, generator=torch.Generator().manual_seed(seed or 42)).to(x.device),
    }
