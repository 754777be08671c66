from torch import nn


class Add(nn.Module):
    """Adds one number."""

    def __init__(self, value):
        super().__init__()
        self.value = value

    def forward(self, x):
        raise NotImplementedError("Add.forward is not written yet / Add.forward를 아직 작성하지 않았습니다")


class Calculator(nn.Module):
    """Applies named operations, one after the other."""

    def __init__(self, ops):
        super().__init__()
        # 1. One Add for each entry of ops, kept in self.ops under its name.
        raise NotImplementedError("Calculator is not written yet / Calculator를 아직 작성하지 않았습니다")

    def forward(self, x, names):
        # 2. An unknown name raises ValueError. 3. Call the operations in order.
        raise NotImplementedError("Calculator.forward is not written yet / Calculator.forward를 작성하지 않았습니다")
