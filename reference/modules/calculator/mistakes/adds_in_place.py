"""
en: x += value writes into the tensor of the caller. x + value makes a new one.
ko: x += value는 호출한 쪽의 텐서에 값을 덮어씁니다. x + value는 새 텐서를 만듭니다.
"""

from torch import nn


class Add(nn.Module):
    def __init__(self, value):
        super().__init__()
        self.value = value

    def forward(self, x):
        x += self.value
        return x


class Calculator(nn.Module):
    def __init__(self, ops):
        super().__init__()
        self.ops = nn.ModuleDict({name: Add(value) for name, value in ops.items()})

    def forward(self, x, names):
        for name in names:
            if name not in self.ops:
                raise ValueError(name)
            x = self.ops[name](x)
        return x
