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
        order = list(range(self.n))
        random.Random(self.seed + self.epoch).shuffle(order)
        return iter(order)

    def __len__(self):
        return self.n
