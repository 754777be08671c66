"""
en: An unknown name ends in the KeyError of the ModuleDict. The statement asks for ValueError, which says that the
    argument was wrong.
ko: 모르는 이름을 주면 ModuleDict의 KeyError가 그대로 나옵니다. 인자가 잘못되었다는 뜻의 ValueError를 일으켜야 합니다.
"""

from torch import nn


class Add(nn.Module):
    def __init__(self, value):
        super().__init__()
        self.value = value

    def forward(self, x):
        return x + self.value


class Calculator(nn.Module):
    def __init__(self, ops):
        super().__init__()
        self.ops = nn.ModuleDict({name: Add(value) for name, value in ops.items()})

    def forward(self, x, names):
        for name in names:
            x = self.ops[name](x)
        return x
