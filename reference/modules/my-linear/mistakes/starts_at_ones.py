"""
en: All weights start at 1: every output then computes the same and gets the same gradient, so they stay alike
    for ever. Start at random values.
ko: 가중치가 모두 1에서 시작합니다. 그러면 모든 출력이 같은 값을 계산하고 같은 기울기를 받아 언제까지나
    똑같습니다. 무작위 값에서 시작하세요.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(out_f, in_f))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
