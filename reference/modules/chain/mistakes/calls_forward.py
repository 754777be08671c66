"""
en: layer.forward(x) skips the hooks of the layer. Call the module itself: layer(x).
ko: layer.forward(x)로 부르면 그 모듈에 건 hook이 실행되지 않습니다. layer(x)처럼 모듈 자체를 호출하세요.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        for i in self.order:
            x = self.layers[i].forward(x)
        return x
