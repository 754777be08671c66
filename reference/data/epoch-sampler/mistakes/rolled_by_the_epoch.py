"""
en: The seed makes one permutation and the epoch only rolls it, so nearly the same samples meet in every epoch. The
    epoch has to go into the generator's seed.
ko: seed로 순열을 하나 만들고 epoch만큼 돌리기만 했습니다. 그래서 에폭마다 거의 같은 샘플끼리 만납니다. generator의
    seed에 epoch도 들어가야 합니다.
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
        generator = torch.Generator().manual_seed(self.seed)
        return iter(torch.randperm(self.n, generator=generator).roll(self.epoch).tolist())

    def __len__(self):
        return self.n
