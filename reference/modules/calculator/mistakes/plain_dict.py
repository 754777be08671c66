"""
en: The modules are in a plain dict, so nn.Module does not see them: they are in no named_modules() and in no
    repr. Use nn.ModuleDict.
ko: 모듈을 평범한 dict에 담아서 nn.Module이 알지 못합니다. named_modules()에도 repr에도 나오지 않습니다.
    nn.ModuleDict를 쓰세요.
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
        self.ops = {name: Add(value) for name, value in ops.items()}

    def forward(self, x, names):
        for name in names:
            if name not in self.ops:
                raise ValueError(name)
            x = self.ops[name](x)
        return x
