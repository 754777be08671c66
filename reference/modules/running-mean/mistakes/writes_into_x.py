"""
en: x -= mean writes into the tensor of the caller, and fails on a leaf that needs gradients. Return x - self.mean.
ko: x -= mean은 호출한 쪽의 텐서를 바꾸고, 기울기가 필요한 leaf 텐서에서는 오류가 납니다. x - self.mean을 돌려주세요.
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
            self.mean = (1 - self.m) * self.mean + self.m * x.detach().mean(0)
        x -= self.mean
        return x
