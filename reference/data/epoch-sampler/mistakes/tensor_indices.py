"""
en: The indices are 0-d tensors. They are no dict keys that can be looked up, and they are slow: use .tolist().
ko: 인덱스가 0차원 tensor입니다. dict의 key로 찾을 수도 없고 느립니다. .tolist()로 int를 만드세요.
"""

import torch
from torch.utils.data import Sampler


class EpochSampler(Sampler):
    def __init__(self, n, seed):
        self.n = n
        self.seed = seed
        self.epoch = 0

    def set_epoch(self, e):
        self.epoch = e

    def __iter__(self):
        # A generator of its own, made anew each time: nothing but seed and epoch decides.
        generator = torch.Generator().manual_seed(self.seed + self.epoch)
        return iter(torch.randperm(self.n, generator=generator))

    def __len__(self):
        return self.n
