"""
en: requires_grad=True gives a tensor a gradient, but does not register it: parameters() is still empty. That is what
    nn.Parameter is for.
ko: requires_grad=True를 주면 텐서에 기울기는 생기지만 모듈에 등록되지는 않습니다. parameters()는 여전히 비어
    있습니다. nn.Parameter를 쓰세요.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = torch.randn(out_f, in_f, requires_grad=True)
        self.bias = torch.zeros(out_f, requires_grad=True) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
