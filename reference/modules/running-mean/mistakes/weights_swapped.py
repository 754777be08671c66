"""
en: The weights are swapped: m belongs to the new batch and 1 - m to the old mean.
ko: 두 비중이 바뀌었습니다. m은 새 배치의 비중이고 1 - m이 이전 mean의 비중입니다.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        self.register_buffer("mean", torch.zeros(n))

    def forward(self, x):
        if self.training:
            self.mean = self.m * self.mean + (1 - self.m) * x.detach().mean(0)
        return x - self.mean
