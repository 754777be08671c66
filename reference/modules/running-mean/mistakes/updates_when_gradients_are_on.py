"""
en: The update depends on torch.is_grad_enabled() instead of self.training. Evaluation with gradients on then
    spoils the mean, and training under no_grad leaves it behind.
ko: self.training이 아니라 torch.is_grad_enabled()로 갱신 여부를 정했습니다. 기울기를 켠 채 평가하면 mean이
    바뀌고, no_grad 안에서 학습 모드로 실행하면 갱신되지 않습니다.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        self.register_buffer("mean", torch.zeros(n))

    def forward(self, x):
        if torch.is_grad_enabled():
            self.mean = (1 - self.m) * self.mean + self.m * x.detach().mean(0)
        return x - self.mean
