from functools import reduce

from torch import nn


class AddN(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.n = n

    def extra_repr(self):
        return f"n={self.n}"

    def forward(self, x):
        out = x.clone()
        out += self.n
        return out


class Calculator(nn.Module):
    def __init__(self, ops):
        super().__init__()
        self.ops = nn.ModuleDict()
        for name, n in ops.items():
            self.ops[name] = AddN(n)

    def forward(self, x, names):
        try:
            steps = [self.ops[name] for name in names]
        except KeyError as error:
            raise ValueError(f"no operation is called {error}") from error
        return reduce(lambda value, step: step(value), steps, x)
