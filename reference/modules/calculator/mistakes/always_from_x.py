"""
en: Every operation gets the original x, so only the last one counts. Pass on the result of the one before.
ko: 모든 연산에 처음의 x를 넣어서 마지막 연산만 반영됩니다. 앞 연산의 결과를 다음 연산에 넘기세요.
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
        result = x
        for name in names:
            if name not in self.ops:
                raise ValueError(name)
            result = self.ops[name](x)
        return result
