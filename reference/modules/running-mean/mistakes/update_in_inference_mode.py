"""
en: What is made under inference_mode stays an inference tensor: a state dict can no longer be loaded into mean. Use
    detach() or no_grad().
ko: inference_mode 안에서 만든 텐서는 계속 추론 전용이어서, 나중에 mean에 state dict를 불러올 수 없습니다. detach()나
    no_grad()를 쓰세요.
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
            with torch.inference_mode():
                self.mean = (1 - self.m) * self.mean + self.m * x.mean(0)
        return x - self.mean
