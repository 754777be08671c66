"""
en: In eval mode x is detached. Eval says nothing about gradients: x still gets the one of x - constant.
ko: eval 모드에서 x를 detach합니다. eval 모드는 기울기와 관계가 없습니다. 이때도 x는 x - 상수의 기울기를 받습니다.
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
            return x - self.mean
        return x.detach() - self.mean
