"""
en: The new mean is a local variable and is forgotten at the end of forward. Write it into self.mean.
ko: 새 mean이 지역 변수라서 forward가 끝나면 사라집니다. self.mean에 저장하세요.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        self.register_buffer("mean", torch.zeros(n))

    def forward(self, x):
        mean = self.mean
        if self.training:
            mean = (1 - self.m) * mean + self.m * x.detach().mean(0)
        return x - mean
