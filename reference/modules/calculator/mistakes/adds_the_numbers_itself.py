"""
en: The modules are only for show: forward adds the numbers of the dict itself, so hooks and replaced modules have no
    say. Call the modules.
ko: 모듈은 보여 주기만 하고, 계산은 forward가 dict의 수로 직접 합니다. 그래서 hook도, 바꿔 끼운 모듈도 효과가
    없습니다. 모듈을 호출하세요.
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
        self.values = dict(ops)
        self.ops = nn.ModuleDict({name: Add(value) for name, value in ops.items()})

    def forward(self, x, names):
        for name in names:
            if name not in self.values:
                raise ValueError(name)
            x = x + self.values[name]
        return x
