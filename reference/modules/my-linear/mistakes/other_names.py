"""
en: The parameters are called W and b, so the state dict of an nn.Linear does not fit. Call them weight and bias.
ko: 파라미터 이름이 W와 b라서 nn.Linear의 state dict를 불러올 수 없습니다. weight와 bias라는 이름을 쓰세요.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.W = nn.Parameter(torch.randn(out_f, in_f))
        self.b = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x @ self.W.T
        return y if self.b is None else y + self.b
