import torch
from torch import nn


def weight(value):
    return nn.Parameter(torch.tensor([float(value)]))


class Function_A(nn.Module):
    def __init__(self, name="A"):
        super().__init__()
        self.name = name

    def __repr__(self):
        return f"{type(self).__name__}(name={self.name})"

    def forward(self, x):
        y = x.clone()
        y *= 2
        return y


class Function_B(nn.Module):
    def __init__(self):
        super().__init__()
        self.W1, self.W2 = weight(10), weight(2)

    def forward(self, x):
        return x / self.W1 / self.W2


class Function_C(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("duck", torch.ones(1) * 7)

    def forward(self, x):
        return self.duck * x


class Function_D(nn.Module):
    def __init__(self):
        super().__init__()
        self.W1, self.W2 = weight(3), weight(5)

    def forward(self, x, duck):
        return (self.W1 + x) / self.W2 * duck


class Layer_AB(nn.Sequential):
    def __init__(self):
        super().__init__()
        self.a = Function_A(name="duck")
        self.b = Function_B()

    def forward(self, x):
        return self.b(self.a(x) * 0.2)


class Layer_CD(nn.Module):
    def __init__(self):
        super().__init__()
        self.c = Function_C()
        self.d = Function_D()

    @property
    def duck(self):
        return self.c.duck

    def forward(self, x):
        x = self.c(x)
        return self.d(x, self.duck) + 1


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.ab = Layer_AB()
        self.cd = Layer_CD()

    def forward(self, x):
        x = self.ab(x)
        x = self.cd(x)
        return x
