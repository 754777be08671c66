"""
en: __iter__ counts the epoch up on its own, so a second pass has another order. Only set_epoch may change the epoch.
ko: __iter__가 스스로 epoch을 하나 올려서 두 번째 반복의 순서가 달라집니다. epoch은 set_epoch만 바꿀 수 있습니다.
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
        self.epoch += 1
        generator = torch.Generator().manual_seed(self.seed + self.epoch)
        return iter(torch.randperm(self.n, generator=generator).tolist())

    def __len__(self):
        return self.n
