"""
en: randperm(n - 1) never gives the index n - 1, so the last sample is never seen.
ko: randperm(n - 1)에는 인덱스 n - 1이 없습니다. 마지막 샘플을 영영 보지 못합니다.
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
        return iter(torch.randperm(max(self.n - 1, 0), generator=generator).tolist())

    def __len__(self):
        return self.n
