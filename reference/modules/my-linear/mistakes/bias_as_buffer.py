"""
en: bias is a buffer: it moves and is saved, but it is not trained. What gradients should change is a Parameter.
ko: bias를 buffer로 등록했습니다. 함께 이동하고 저장되지만 학습되지는 않습니다. 기울기로 바뀌어야 하는 값은
    Parameter입니다.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.register_buffer("bias", torch.zeros(out_f) if bias else None)

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
