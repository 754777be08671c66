"""
en: The operations were registered in alphabetical order. Keep the order of the dict.
ko: 연산을 알파벳순으로 정렬해 등록했습니다. dict의 순서를 그대로 지키세요.
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
        self.ops = nn.ModuleDict({name: Add(ops[name]) for name in sorted(ops)})

    def forward(self, x, names):
        for name in names:
            if name not in self.ops:
                raise ValueError(name)
            x = self.ops[name](x)
        return x
