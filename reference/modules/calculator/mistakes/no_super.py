"""
en: super().__init__() is missing in Calculator; without it no module can be assigned. Call it first.
ko: Calculator에 super().__init__()이 빠져서 모듈을 대입할 수 없습니다. 맨 먼저 부르세요.
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
        self.ops = nn.ModuleDict({name: Add(value) for name, value in ops.items()})

    def forward(self, x, names):
        for name in names:
            if name not in self.ops:
                raise ValueError(name)
            x = self.ops[name](x)
        return x
