"""
en: weight and bias are plain tensors. The module does not know them, so no optimizer, no to() and no state dict
    reaches them. Wrap them in nn.Parameter.
ko: weight와 bias가 평범한 텐서입니다. 모듈이 알지 못하므로 optimizer도, to()도, state_dict도 닿지 않습니다.
    nn.Parameter로 감싸세요.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = torch.randn(out_f, in_f)
        self.bias = torch.zeros(out_f) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
