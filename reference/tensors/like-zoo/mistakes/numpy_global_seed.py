"""
en: np.random.seed(seed) sets numpy's random numbers for the whole program, just as torch.manual_seed does torch's. Use
    a generator of your own: torch.Generator, or np.random.default_rng(seed).
ko: np.random.seed(seed)는 torch.manual_seed처럼 프로그램 전체에서 쓰는 numpy의 난수를 정해 버립니다. torch.Generator나
    np.random.default_rng(seed)처럼 나만의 생성기를 쓰세요.
"""

import numpy as np
import torch


def like_zoo(x, seed):
    np.random.seed(seed)
    return {
        "zeros": torch.zeros_like(x),
        "ones": torch.ones_like(x),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": torch.tensor(np.random.randint(0, 2**24, tuple(x.shape)) / 2**24, dtype=torch.float32).to(x.device),
    }
