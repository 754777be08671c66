"""
en: super().__init__() is missing: without it nn.Module cannot register a parameter. Call it first.
ko: super().__init__()이 빠졌습니다. 이것을 먼저 부르지 않으면 nn.Module이 파라미터를 등록할 수 없습니다.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
