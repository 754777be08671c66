"""
en: The permutation is drawn once in set_epoch and kept as an iterator, which is empty after one pass. __iter__ has to
    give a new iterator every time.
ko: set_epoch에서 만든 반복자를 그대로 돌려주어 한 번 돌고 나면 비어 버립니다. __iter__는 부를 때마다 새 반복자를
    주어야 합니다.
"""

import torch
from torch.utils.data import Sampler


class EpochSampler(Sampler):
    def __init__(self, n, seed):
        self.n = n
        self.seed = seed
        self.set_epoch(0)

    def set_epoch(self, e):
        generator = torch.Generator().manual_seed(self.seed + e)
        self.order = iter(torch.randperm(self.n, generator=generator).tolist())

    def __iter__(self):
        # A generator of its own, made anew each time: nothing but seed and epoch decides.
        return self.order

    def __len__(self):
        return self.n
