import random

from torch.utils.data import Sampler


class EpochSampler(Sampler):
    def __init__(self, n, seed):
        self.n, self.seed = n, seed
        self.set_epoch(0)

    def set_epoch(self, e):
        self.epoch = e

    def __len__(self):
        return self.n

    def __iter__(self):
        indices = list(range(self.n))
        random.Random(f"{self.seed}/{self.epoch}").shuffle(indices)
        yield from indices
