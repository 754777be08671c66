"""
en: torch.mm and torch.addmm take 2-D tensors only, so one vector or a batch of sequences fails. x @ weight.T
    takes any leading dims.
ko: torch.mm과 torch.addmm은 2차원 텐서만 받아서, 벡터 하나나 시퀀스 배치를 넣으면 오류가 납니다. x @ weight.T는 앞쪽
    차원이 몇 개여도 됩니다.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        if self.bias is None:
            return torch.mm(x, self.weight.t())
        return torch.addmm(self.bias, x, self.weight.t())
