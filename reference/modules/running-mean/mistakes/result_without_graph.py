"""
en: Everything runs under torch.no_grad(), also the result, so x gets no gradient. Only the update is to be without a
    graph.
ko: 결과까지 모두 torch.no_grad() 안에서 계산해서 x가 기울기를 받지 못합니다. 그래프 없이 해야 하는 것은 갱신뿐입니다.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        self.register_buffer("mean", torch.zeros(n))

    @torch.no_grad()
    def forward(self, x):
        if self.training:
            self.mean = (1 - self.m) * self.mean + self.m * x.mean(0)
        return x - self.mean
