"""
en: The chain holds deep copies. They start with the same weights, but from then on the given modules and the chain
    live apart. Keep the very objects that you were given.
ko: 모듈을 deepcopy해서 담았습니다. 처음 가중치는 같지만 그 뒤로는 받은 모듈과 chain이 따로 움직입니다. 받은
    객체를 그대로 담으세요.
"""

import copy

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(copy.deepcopy(module) for module in modules)
        self.order = order

    def forward(self, x):
        for i in self.order:
            x = self.layers[i](x)
        return x
