"""
en: self.modules is a method of nn.Module, and reading self.modules gives that method, not your list. Choose another
    name, such as self.layers.
ko: self.modules는 nn.Module의 메서드입니다. self.modules를 읽으면 여러분의 리스트가 아니라 그 메서드가 나옵니다.
    self.layers처럼 다른 이름을 쓰세요.
"""

from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        self.modules = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        for i in self.order:
            x = self.modules[i](x)
        return x
