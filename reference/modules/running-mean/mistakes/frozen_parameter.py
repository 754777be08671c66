"""
en: A Parameter with requires_grad=False is still a parameter: it is counted, handed to the optimizer and shown as
    something to train. What is only remembered is a buffer.
ko: requires_grad=False로 두어도 Parameter는 파라미터입니다. 개수에 포함되고 optimizer에도 넘어갑니다. 기억만
    하는 값은 buffer입니다.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        self.mean = nn.Parameter(torch.zeros(n), requires_grad=False)

    def forward(self, x):
        if self.training:
            self.mean.copy_((1 - self.m) * self.mean + self.m * x.detach().mean(0))
        return x - self.mean
