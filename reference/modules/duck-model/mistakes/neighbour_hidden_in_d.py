"""
en: d keeps a hidden reference to its neighbour c and ignores the duck that it is handed. The parent passes it on.
ko: d가 이웃인 c를 몰래 들고 있으면서 넘겨받은 duck은 쓰지 않습니다. duck은 부모가 넘겨주는 것을 써야 합니다.
"""

import torch
from torch import nn


class Function_A(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def forward(self, x):
        return x * 2

    def extra_repr(self):
        return f"name={self.name}"


class Function_B(nn.Module):
    def __init__(self):
        super().__init__()
        self.W1 = nn.Parameter(torch.tensor([10.0]))
        self.W2 = nn.Parameter(torch.tensor([2.0]))

    def forward(self, x):
        return x / self.W1 / self.W2


class Function_C(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("duck", torch.tensor([7.0]))

    def forward(self, x):
        return x * self.duck


class Function_D(nn.Module):
    def __init__(self):
        super().__init__()
        self.W1 = nn.Parameter(torch.tensor([3.0]))
        self.W2 = nn.Parameter(torch.tensor([5.0]))

    def forward(self, x, duck):
        return (x + self.W1) * self.neighbour[0].duck / self.W2


class Layer_AB(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = Function_A("duck")
        self.b = Function_B()

    def forward(self, x):
        return self.b(self.a(x) / 5)


class Layer_CD(nn.Module):
    def __init__(self):
        super().__init__()
        self.c = Function_C()
        self.d = Function_D()
        self.d.neighbour = [self.c]

    def forward(self, x):
        return self.d(self.c(x), self.c.duck) + 1


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.ab = Layer_AB()
        self.cd = Layer_CD()

    def forward(self, x):
        return self.cd(self.ab(x))
