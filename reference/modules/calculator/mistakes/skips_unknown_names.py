"""
en: Unknown names are passed over in silence, so a typing error gives a wrong number. Raise ValueError.
ko: 모르는 이름을 조용히 건너뛰어서 오타가 있어도 틀린 값이 나올 뿐입니다. ValueError를 일으키세요.
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
            if name in self.ops:
                x = self.ops[name](x)
        return x
