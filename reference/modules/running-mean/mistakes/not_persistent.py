"""
en: With persistent=False the buffer moves with the module but is not saved: a loaded model starts again from zeros.
ko: persistent=False이면 함께 이동은 하지만 저장되지 않아서, 불러온 모델은 다시 0에서 시작합니다.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        self.register_buffer("mean", torch.zeros(n), persistent=False)

    def forward(self, x):
        if self.training:
            self.mean = (1 - self.m) * self.mean + self.m * x.detach().mean(0)
        return x - self.mean
