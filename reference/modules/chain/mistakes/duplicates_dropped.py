"""
en: A module that is given under two indices is kept once, so all later indices are off by one. Keep the list as it is.
ko: 두 인덱스에 들어 있는 같은 모듈을 하나로 줄여서 그 뒤의 인덱스가 모두 밀립니다. 받은 리스트를 그대로 담으세요.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = nn.ModuleList(dict.fromkeys(modules))
        self.order = order

    def forward(self, x):
        for i in self.order:
            x = self.layers[i](x)
        return x
