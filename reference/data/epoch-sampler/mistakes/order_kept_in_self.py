"""
en: __iter__ looks into self.order while it runs, and set_epoch replaces it: an iterator that is half way gives some
    indices twice and others never. Make the order in __iter__, as a local variable.
ko: __iter__가 도는 동안 self.order를 들여다보는데 set_epoch이 그것을 바꿔 버립니다. 그래서 중간까지 돈 반복자에서 어떤
    인덱스는 두 번 나오고 어떤 것은 나오지 않습니다. 순서는 __iter__ 안에서 지역 변수로 만드세요.
"""

import torch
from torch.utils.data import Sampler


class EpochSampler(Sampler):
    def __init__(self, n, seed):
        self.n = n
        self.seed = seed
        self.set_epoch(0)

    def set_epoch(self, e):
        generator = torch.Generator().manual_seed(self.seed + e)
        self.order = torch.randperm(self.n, generator=generator).tolist()

    def __iter__(self):
        for k in range(self.n):
            yield self.order[k]

    def __len__(self):
        return self.n
