"""
en: The stored mean is detached, but the one that is subtracted is not, so a gradient flows through the batch mean as
    well. Subtract the detached mean.
ko: 저장하는 mean은 detach했지만 빼는 mean은 그렇지 않아서 배치 평균을 통해서도 기울기가 흐릅니다. detach한
    mean을 빼세요.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        self.register_buffer("mean", torch.zeros(n))

    def forward(self, x):
        if not self.training:
            return x - self.mean
        mean = (1 - self.m) * self.mean + self.m * x.mean(0)
        self.mean = mean.detach()
        return x - mean
