"""
en: The indices run from 1 to n. They have to run from 0 to n - 1, or dataset[n] raises IndexError.
ko: 인덱스가 1부터 n까지입니다. 0부터 n - 1까지여야 합니다. 아니면 dataset[n]에서 IndexError가 납니다.
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
        return iter(torch.randperm(self.n, generator=generator).add(1).tolist())

    def __len__(self):
        return self.n
