"""
en: The modules run in the order of the list, once each; order is never used.
ko: 모듈을 리스트에 있는 순서대로 한 번씩 실행합니다. order를 전혀 쓰지 않았습니다.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
