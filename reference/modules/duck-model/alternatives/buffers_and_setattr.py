import torch
from torch.nn import Buffer, Module, Parameter


class Function_A(Module):
    def __init__(self, name):
        super(Function_A, self).__init__()
        self.label = name

    def extra_repr(self):
        return "name=" + self.label

    def forward(self, x):
        return torch.add(x, x)


class _Weights(Module):
    def __init__(self, w1, w2):
        super().__init__()
        self.register_parameter("W1", Parameter(torch.Tensor([w1])))
        self.register_parameter("W2", Parameter(torch.Tensor([w2])))


class Function_B(_Weights):
    def __init__(self):
        super().__init__(10, 2)

    def forward(self, x):
        return x / (self.W1 * self.W2)


class Function_C(Module):
    def __init__(self):
        super().__init__()
        self.duck = Buffer(torch.full((1,), 7.0))

    def forward(self, x):
        return torch.mul(x, self.duck)


class Function_D(_Weights):
    def __init__(self):
        super().__init__(3, 5)

    def forward(self, x, duck):
        return torch.div((x + self.W1) * duck, self.W2)


class Layer_AB(Module):
    def __init__(self):
        super().__init__()
        self.add_module("a", Function_A("duck"))
        self.add_module("b", Function_B())

    def forward(self, x):
        return self.b(self.a(x).div(5))


class Layer_CD(Module):
    def __init__(self):
        super().__init__()
        self.d = Function_D()
        self.c = Function_C()

    def forward(self, x):
        return 1 + self.d(self.c(x), duck=self.c.get_buffer("duck"))


class Model(Module):
    def __init__(self):
        super().__init__()
        self.cd = Layer_CD()
        self.ab = Layer_AB()

    def forward(self, x):
        return self.cd(self.ab(x))
