"""
en: In training the mean of this batch was subtracted, as BatchNorm does. Here the running mean is subtracted in both
    modes.
ko: 학습 모드에서 BatchNorm처럼 이번 배치의 평균을 뺐습니다. 이 문제에서는 두 모드 모두 이동 평균인 mean을 뺍니다.
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
            self.mean = (1 - self.m) * self.mean + self.m * batch
            return x - batch
        return x - self.mean
