import numpy as np
from torch.utils.data import Sampler


class EpochSampler(Sampler):
    def __init__(self, n, seed):
        self.key = [seed, 0]
        self.n = n

    def set_epoch(self, e):
        self.key[1] = e

    def __iter__(self):
        return iter(np.random.default_rng(self.key).permutation(self.n).tolist())

    def __len__(self):
        return self.n
