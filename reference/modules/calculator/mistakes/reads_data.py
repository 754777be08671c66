"""
en: x.data takes the values without the graph, so no gradient comes back to x. Add to x itself.
ko: x.data는 계산 그래프 없이 값만 꺼내므로 x까지 기울기가 돌아오지 않습니다. x에 바로 더하세요.
"""

from torch import nn


class Add(nn.Module):
    def __init__(self, value):
        super().__init__()
        self.value = value

    def forward(self, x):
        return x.data + self.value


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
