"""
en: bias is off unless it is asked for. nn.Linear has a bias by default, and so does the signature here.
ko: 따로 요청하지 않으면 bias가 없습니다. nn.Linear처럼 기본값은 bias=True입니다.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=False):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
