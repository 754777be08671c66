"""
en: .detach() between the modules cuts the graph: only the last module learns. Pass the result on as it is.
ko: 모듈 사이에서 .detach()를 써서 계산 그래프가 끊어졌습니다. 마지막 모듈만 학습됩니다. 결과를 그대로 넘기세요.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        for i in self.order:
            x = self.layers[i](x.detach())
        return x
