"""
en: Repeated indices were dropped. A module that is named twice is applied twice.
ko: 반복되는 인덱스를 없앴습니다. 두 번 나온 모듈은 두 번 적용해야 합니다.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)
        self.order = list(dict.fromkeys(order))

    def forward(self, x):
        for i in self.order:
            x = self.layers[i](x)
        return x
