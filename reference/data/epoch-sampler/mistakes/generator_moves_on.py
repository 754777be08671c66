"""
en: The generator is seeded once in __init__ and moves on with every pass, so the order depends on how often the
    sampler was used. Seed it in __iter__.
ko: generator를 __init__에서 한 번만 초기화해서 반복할 때마다 상태가 앞으로 나아갑니다. 순서가 사용 횟수에 따라
    달라지니 __iter__에서 seed를 정하세요.
"""

import torch
from torch.utils.data import Sampler


class EpochSampler(Sampler):
    def __init__(self, n, seed):
        self.n = n
        self.seed = seed
        self.epoch = 0
        self.generator = torch.Generator().manual_seed(seed)

    def set_epoch(self, e):
        self.epoch = e

    def __iter__(self):
        # A generator of its own, made anew each time: nothing but seed and epoch decides.
        return iter(torch.randperm(self.n, generator=self.generator).tolist())

    def __len__(self):
        return self.n
