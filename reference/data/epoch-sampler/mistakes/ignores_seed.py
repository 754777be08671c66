"""
en: Only the epoch decides the order; the seed is ignored, so all experiments see the same data order.
ko: epoch만 순서를 정하고 seed는 무시됩니다. 그래서 모든 실험이 같은 순서로 데이터를 봅니다.
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
        generator = torch.Generator().manual_seed(self.epoch)
        return iter(torch.randperm(self.n, generator=generator).tolist())

    def __len__(self):
        return self.n
