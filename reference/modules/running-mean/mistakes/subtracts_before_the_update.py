"""
en: The old mean was subtracted and the update came afterwards. Here the update comes first.
ko: 이전 mean을 먼저 빼고 나중에 갱신했습니다. 이 문제에서는 갱신이 먼저입니다.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        self.register_buffer("mean", torch.zeros(n))

    def forward(self, x):
        result = x - self.mean
        if self.training:
            self.mean = (1 - self.m) * self.mean + self.m * x.detach().mean(0)
        return result
