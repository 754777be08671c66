"""
en: All batches were given the same weight (1 / count). The formula forgets: the newest batch always has the weight m.
ko: 모든 배치에 같은 비중(1 / 개수)을 주었습니다. 식에 따르면 새 배치의 비중은 언제나 m이고, 오래된 배치는 점점
    잊힙니다.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.count = 0
        self.register_buffer("mean", torch.zeros(n))

    def forward(self, x):
        if self.training:
            self.count += 1
            self.mean = self.mean + (x.detach().mean(0) - self.mean) / self.count
        return x - self.mean
