"""
en: mean is a plain attribute: double() and to() leave it behind, and it is missing in the state dict. Register
    it with register_buffer.
ko: mean이 평범한 속성이라 double()이나 to()를 따라가지 않고 state_dict에도 없습니다. register_buffer로 등록하세요.
"""

import torch
from torch import nn


class RunningMean(nn.Module):
    def __init__(self, n, m=0.1):
        super().__init__()
        self.m = m
        self.mean = torch.zeros(n)

    def forward(self, x):
        if self.training:
            self.mean = (1 - self.m) * self.mean + self.m * x.detach().mean(0)
        return x - self.mean
