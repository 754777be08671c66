"""
en: set_epoch(e) adds e to the epoch instead of setting it, so going back to an epoch is impossible.
ko: set_epoch(e)가 epoch을 e로 정하지 않고 e를 더합니다. 그래서 이전 에폭으로 돌아갈 수 없습니다.
"""

import torch
from torch.utils.data import Sampler


class EpochSampler(Sampler):
    def __init__(self, n, seed):
        self.n = n
        self.seed = seed
        self.epoch = 0

    def set_epoch(self, e):
        self.epoch += e

    def __iter__(self):
        # A generator of its own, made anew each time: nothing but seed and epoch decides.
        generator = torch.Generator().manual_seed(self.seed + self.epoch)
        return iter(torch.randperm(self.n, generator=generator).tolist())

    def __len__(self):
        return self.n
