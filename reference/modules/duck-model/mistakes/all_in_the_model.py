"""
en: Model computes everything itself with the weights of its parts. Each part has a forward of its own.
ko: Model이 각 부분의 가중치를 꺼내 모든 계산을 직접 합니다. 부분마다 자기 forward가 있어야 합니다.
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


class Layer_AB(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = Function_A("duck")
        self.b = Function_B()


class Layer_CD(nn.Module):
    def __init__(self):
        super().__init__()
        self.c = Function_C()
        self.d = Function_D()

    def forward(self, x):
        return self.d(self.c(x), self.c.duck) + 1


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.ab = Layer_AB()
        self.cd = Layer_CD()

    def forward(self, x):
        ab, cd = self.ab, self.cd
        x = x * 2 / 5 / ab.b.W1 / ab.b.W2
        return (x * cd.c.duck + cd.d.W1) * cd.c.duck / cd.d.W2 + 1
