"""
en: weight has shape [in_f, out_f]. nn.Linear keeps [out_f, in_f] and multiplies by the transpose.
ko: weight의 shape이 [in_f, out_f]입니다. nn.Linear는 [out_f, in_f]로 두고 전치해서 곱합니다.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(in_f, out_f))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x @ self.weight
        return y if self.bias is None else y + self.bias
