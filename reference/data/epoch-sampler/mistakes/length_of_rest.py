"""
en: len(sampler) is wrong: it has to be n, the number of indices of one pass. The progress bar and the scheduler rely
    on it.
ko: len(sampler)가 틀렸습니다. 한 번의 반복에서 나오는 인덱스의 개수 n이어야 합니다. 진행 막대와 scheduler가 이 값을
    씁니다.
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
        return iter(torch.randperm(self.n, generator=generator).tolist())

    def __len__(self):
        return self.n - 1 if self.n > 1 else 1
