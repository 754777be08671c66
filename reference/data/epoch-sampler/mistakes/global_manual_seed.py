"""
en: torch.manual_seed sets the global generator: dropout and initialisation elsewhere now repeat themselves every
    epoch. Use a torch.Generator of your own.
ko: torch.manual_seed는 전역 generator를 바꿉니다. 그러면 다른 곳의 dropout이나 초기화가 에폭마다 똑같이 되풀이됩니다.
    자신만의 torch.Generator를 쓰세요.
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
        torch.manual_seed(self.seed + self.epoch)
        return iter(torch.randperm(self.n).tolist())

    def __len__(self):
        return self.n
