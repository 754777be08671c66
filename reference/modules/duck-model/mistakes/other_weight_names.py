"""
en: The weights are called w1 and w2. Names in a state dict are exact: W1 and W2.
ko: 가중치 이름이 w1, w2입니다. state_dict의 이름은 대소문자까지 같아야 합니다. W1, W2로 쓰세요.
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
        self.w1 = nn.Parameter(torch.tensor([10.0]))
        self.w2 = nn.Parameter(torch.tensor([2.0]))

    def forward(self, x):
        return x / self.w1 / self.w2


class Function_C(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("duck", torch.tensor([7.0]))

    def forward(self, x):
        return x * self.duck


class Function_D(nn.Module):
    def __init__(self):
        super().__init__()
        self.w1 = nn.Parameter(torch.tensor([3.0]))
        self.w2 = nn.Parameter(torch.tensor([5.0]))

    def forward(self, x, duck):
        return (x + self.w1) * duck / self.w2


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

    def forward(self, x):
        return self.d(self.c(x), self.c.duck) + 1


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.ab = Layer_AB()
        self.cd = Layer_CD()

    def forward(self, x):
        return self.cd(self.ab(x))
