"""
en: super().__init__() is missing. It must be the first line of __init__, before any module is assigned.
ko: super().__init__()이 빠졌습니다. 모듈을 대입하기 전에, __init__의 첫 줄에서 불러야 합니다.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        self.layers = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        for i in self.order:
            x = self.layers[i](x)
        return x
