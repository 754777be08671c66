"""
en: The names were sorted before they were called. Sums come out the same, but the operations must be called in
    the order given: a hook, or another operation, sees the difference.
ko: 이름을 정렬한 뒤에 호출했습니다. 덧셈만 있으면 결과가 같지만, 연산은 주어진 순서대로 호출해야 합니다. hook을
    걸거나 다른 연산으로 바꿔 끼우면 차이가 드러납니다.
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
        for name in sorted(names):
            if name not in self.ops:
                raise ValueError(name)
            x = self.ops[name](x)
        return x
