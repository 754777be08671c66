"""
en: random.seed and random.shuffle use Python's global generator and change it for everybody. random.Random(seed) is
    one of your own.
ko: random.seed와 random.shuffle은 파이썬의 전역 generator를 써서 모두의 난수를 바꿉니다. random.Random(seed)로
    자신만의 것을 만드세요.
"""

import random

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
        indices = list(range(self.n))
        random.seed(self.seed + self.epoch)
        random.shuffle(indices)
        return iter(indices)

    def __len__(self):
        return self.n
