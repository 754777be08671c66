"""
en: The update keeps the graph of x, so every new mean hangs on all the batches before and gradients flow back into
    them. Use x.detach() or torch.no_grad().
ko: 갱신할 때 x의 계산 그래프가 그대로 남아, 새 mean이 지난 배치 전부에 매달리고 기울기가 그쪽으로 흘러갑니다.
    x.detach()나 torch.no_grad()를 쓰세요.
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
            self.mean = (1 - self.m) * self.mean + self.m * x.mean(0)
        return x - self.mean
