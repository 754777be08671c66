"""
en: .forward(x) skips the hooks of the module. Call the module itself: self.ops[name](x).
ko: .forward(x)로 부르면 모듈에 건 hook이 실행되지 않습니다. self.ops[name](x)처럼 모듈 자체를 호출하세요.
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
            if name not in self.ops:
                raise ValueError(name)
            x = self.ops[name].forward(x)
        return x
