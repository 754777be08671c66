"""
en: randperm without a generator is another order each time, and seed and epoch decide nothing.
ko: generator 없이 randperm을 부르면 매번 다른 순서가 나옵니다. seed와 epoch이 아무것도 정하지 못합니다.
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
        return iter(torch.randperm(self.n).tolist())

    def __len__(self):
        return self.n
