"""
en: set(names) drops repeats (and the order). A name that comes twice is applied twice.
ko: set(names)로 반복되는 이름이 (순서까지) 사라졌습니다. 두 번 나온 이름은 두 번 적용해야 합니다.
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
        for name in sorted(set(names)):
            if name not in self.ops:
                raise ValueError(name)
            x = self.ops[name](x)
        return x
