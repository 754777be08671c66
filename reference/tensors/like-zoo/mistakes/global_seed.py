"""
en: torch.manual_seed(seed) sets the random numbers of the whole program: all that comes after the call is the same
    each time. Use a torch.Generator of your own.
ko: torch.manual_seed(seed)는 프로그램 전체의 난수를 정해 버려서 그 뒤의 모든 난수가 매번 똑같아집니다.
    torch.Generator를 따로 만들어 쓰세요.
"""

import torch


def like_zoo(x, seed):
    torch.manual_seed(seed)
    return {
        "zeros": torch.zeros_like(x),
        "ones": torch.ones_like(x),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": torch.rand(x.shape, device=x.device),
    }
