"""
en: seed * epoch is 0 in epoch 0 whatever the seed is, so all seeds start with the same order. Add them, or use both
    as a pair.
ko: 에폭 0에서는 seed가 무엇이든 seed * epoch이 0이 됩니다. 그래서 어떤 seed든 같은 순서로 시작합니다. 더하거나 쌍으로
    쓰세요.
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
        generator = torch.Generator().manual_seed(self.seed * self.epoch)
        return iter(torch.randperm(self.n, generator=generator).tolist())

    def __len__(self):
        return self.n
