"""
en: randint draws with replacement: some indices come twice and others never. A permutation has each of them once.
ko: randint는 복원 추출입니다. 어떤 인덱스는 두 번 나오고 어떤 것은 한 번도 나오지 않습니다. 순열이라면 하나씩 나와야
    합니다.
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
        return iter(torch.randint(max(self.n, 1), (self.n,), generator=generator).tolist())

    def __len__(self):
        return self.n
