"""
en: The order was read from right to left, as in f(g(x)). The first index of order is the first module to see x.
ko: f(g(x))처럼 order를 오른쪽에서 왼쪽으로 읽었습니다. order의 첫 번째 모듈이 x를 가장 먼저 받아야 합니다.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        for i in reversed(self.order):
            x = self.layers[i](x)
        return x
