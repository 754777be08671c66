"""
en: mean is updated in eval mode too, so a prediction depends on what was predicted before. Ask self.training.
ko: eval 모드에서도 mean을 갱신해서, 앞서 무엇을 예측했는지에 따라 예측이 달라집니다. self.training을 확인하세요.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        self.register_buffer("mean", torch.zeros(n))

    def forward(self, x):
        self.mean = (1 - self.m) * self.mean + self.m * x.detach().mean(0)
        return x - self.mean
