"""
en: Only the first name is looked up beforehand; a later unknown name still ends in KeyError. Check every name.
ko: 첫 번째 이름만 미리 확인해서 그 뒤에 모르는 이름이 있으면 여전히 KeyError가 납니다. 모든 이름을 확인하세요.
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
        if names and names[0] not in self.ops:
            raise ValueError(names[0])
        for name in names:
            x = self.ops[name](x)
        return x
