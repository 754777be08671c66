"""
en: Function_D holds the Function_C of its neighbour, so the duck is saved twice, as cd.d.c.duck too. Let
    Layer_CD pass the duck on.
ko: Function_D가 이웃인 Function_C를 품어서 duck이 cd.d.c.duck이라는 이름으로 한 번 더 저장됩니다. Layer_CD가
    duck을 넘기게 하세요.
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
    def __init__(self, c):
        super().__init__()
        self.c = c
        self.W1 = nn.Parameter(torch.tensor([3.0]))
        self.W2 = nn.Parameter(torch.tensor([5.0]))

    def forward(self, x):
        return (x + self.W1) * self.c.duck / self.W2


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
        self.d = Function_D(self.c)

    def forward(self, x):
        return self.d(self.c(x)) + 1


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.ab = Layer_AB()
        self.cd = Layer_CD()

    def forward(self, x):
        return self.cd(self.ab(x))
