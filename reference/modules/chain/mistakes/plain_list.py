"""
en: The modules are in a plain Python list, so nn.Module does not know them: parameters(), to(), eval() and
    state_dict() pass them by. Wrap the list in nn.ModuleList.
ko: 모듈을 평범한 파이썬 리스트에 담아서 nn.Module이 알지 못합니다. parameters(), to(), eval(), state_dict()가
    모두 그냥 지나칩니다. nn.ModuleList로 감싸세요.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.layers = list(modules)
        self.order = order

    def forward(self, x):
        for i in self.order:
            x = self.layers[i](x)
        return x
