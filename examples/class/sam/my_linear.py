from torch import nn


class MyLinear(nn.Module):
    """y = x @ weight.T + bias, as nn.Linear does it."""

    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        # 1. weight: a parameter of shape [out_f, in_f] with random start values.
        # 2. bias: a parameter of shape [out_f], or none at all.
        raise NotImplementedError("MyLinear is not written yet / MyLinear를 아직 작성하지 않았습니다")

    def forward(self, x):
        # 3. [..., in_f] -> [..., out_f], whatever the leading dims are.
        raise NotImplementedError("MyLinear.forward is not written yet / MyLinear.forward를 아직 작성하지 않았습니다")
