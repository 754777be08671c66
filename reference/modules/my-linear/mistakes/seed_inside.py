"""
en: torch.manual_seed in __init__ gives every layer the same weights and spoils the randomness of the whole program.
    Leave the seed to the caller.
ko: __init__ 안의 torch.manual_seed 때문에 모든 층이 같은 가중치로 시작하고, 프로그램 전체의 난수까지 바뀝니다. seed는
    호출하는 쪽에서 정하게 두세요.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        torch.manual_seed(0)
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
