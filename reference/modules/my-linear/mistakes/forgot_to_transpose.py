"""
en: weight is [out_f, in_f], so x @ weight does not fit unless in_f equals out_f. Multiply by weight.T.
ko: weight가 [out_f, in_f]이므로 in_f와 out_f가 다르면 x @ weight를 계산할 수 없습니다. weight.T를 곱하세요.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x @ self.weight
        return y if self.bias is None else y + self.bias
