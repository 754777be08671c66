"""
en: x.mean() without a dim averages over the features as well, so every column gets the same mean. Average over dim 0.
ko: 차원을 지정하지 않은 x.mean()은 특성까지 함께 평균 내어 모든 열의 mean이 같아집니다. 0번 차원으로 평균을 구하세요.
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
            self.mean = (1 - self.m) * self.mean + self.m * x.detach().mean()
        return x - self.mean
