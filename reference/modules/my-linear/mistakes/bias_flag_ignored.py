"""
en: The layer has a bias whatever bias says. With bias=False there must be none.
ko: bias 인자와 관계없이 항상 bias가 있습니다. bias=False이면 bias가 없어야 합니다.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.bias = nn.Parameter(torch.randn(out_f))

    def forward(self, x):
        return x @ self.weight.T + self.bias
