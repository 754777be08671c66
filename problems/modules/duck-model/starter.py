from torch import nn


class Function_A(nn.Module):
    """x * 2, with a name to be seen in the repr."""

    def __init__(self, name):
        super().__init__()
        self.name = name

    # 1. forward, and extra_repr for "name=...".


class Function_B(nn.Module):
    """x / W1 / W2."""


class Function_C(nn.Module):
    """x * duck, where duck is a buffer."""


class Function_D(nn.Module):
    """(x + W1) * duck / W2; the duck is handed to forward."""


class Layer_AB(nn.Module):
    """b(a(x) / 5)."""


class Layer_CD(nn.Module):
    """d(c(x), c.duck) + 1."""


class Model(nn.Module):
    """cd(ab(x))."""

    def forward(self, x):
        # 2. Make ab and cd in __init__, and call them here.
        raise NotImplementedError("Model is not written yet / Model을 아직 작성하지 않았습니다")
