"""
en: setattr registers the operations directly on the calculator: they are called add2, not ops.add2, and a name
    such as "forward" finds a method instead of an operation. Collect them in self.ops, a ModuleDict.
ko: setattr로 계산기에 직접 등록해서 이름이 ops.add2가 아니라 add2가 되었고, "forward" 같은 이름은 연산이 아니라
    메서드를 찾습니다. ModuleDict인 self.ops에 모으세요.
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
        for name, value in ops.items():
            setattr(self, name, Add(value))

    def forward(self, x, names):
        for name in names:
            if not hasattr(self, name):
                raise ValueError(name)
            x = getattr(self, name)(x)
        return x
