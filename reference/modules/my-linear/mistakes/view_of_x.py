"""
en: x.view(-1, in_f) needs an x whose rows lie behind each other in memory. A transposed x does not: use reshape, or let
    matmul take the leading dims as they are.
ko: x.view(-1, in_f)는 행이 메모리에 차례로 놓인 x에만 쓸 수 있어서 전치한 x에서는 오류가 납니다. reshape을 쓰거나,
    앞쪽 차원을 그대로 두고 matmul에 맡기세요.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x.view(-1, x.shape[-1]) @ self.weight.T
        if self.bias is not None:
            y = y + self.bias
        return y.view(*x.shape[:-1], self.weight.shape[0])
