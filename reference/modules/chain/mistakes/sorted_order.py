"""
en: The order was sorted. [2, 0, 2] means 2 first, then 0, then 2 again.
ko: order를 정렬했습니다. [2, 0, 2]는 2번을 먼저, 그다음 0번, 다시 2번을 적용하라는 뜻입니다.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)
        self.order = sorted(order)

    def forward(self, x):
        for i in self.order:
            x = self.layers[i](x)
        return x
