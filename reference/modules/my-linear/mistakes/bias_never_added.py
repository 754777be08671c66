"""
en: bias is registered but never added in forward, so it gets no gradient either.
ko: bias를 등록만 하고 forward에서 더하지 않았습니다. 그래서 기울기도 받지 못합니다.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        return x @ self.weight.T
