"""
en: Every module gets the original x, so only the last one has a say. Pass on the result of the module before it.
ko: 모든 모듈에 처음의 x를 넣어서 마지막 모듈의 결과만 남습니다. 바로 앞 모듈의 결과를 다음 모듈에 넘기세요.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        out = x
        for i in self.order:
            out = self.layers[i](x)
        return out
