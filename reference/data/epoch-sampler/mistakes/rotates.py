"""
en: The order is only rotated by seed + epoch. Neighbours stay neighbours, so every batch holds nearly the same
    samples. Shuffle with randperm.
ko: seed + epoch만큼 회전만 했습니다. 이웃한 샘플이 계속 이웃해서 배치마다 거의 같은 샘플이 모입니다. randperm으로
    섞으세요.
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
        start = self.seed + self.epoch
        return iter([(start + i) % self.n for i in range(self.n)])

    def __len__(self):
        return self.n
