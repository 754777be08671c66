"""
en: The indices come in their natural order; nothing is shuffled.
ko: 인덱스가 원래 순서대로 나옵니다. 전혀 섞지 않았습니다.
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
        return iter(range(self.n))

    def __len__(self):
        return self.n
