"""
en: The epoch is stored and never used, so every epoch has the same order. It has to go into the generator's seed.
ko: epoch을 저장만 하고 쓰지 않아서 모든 에폭의 순서가 같습니다. generator의 seed에 epoch이 들어가야 합니다.
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
        generator = torch.Generator().manual_seed(self.seed)
        return iter(torch.randperm(self.n, generator=generator).tolist())

    def __len__(self):
        return self.n
