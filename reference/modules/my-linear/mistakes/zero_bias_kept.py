"""
en: With bias=False the layer still has a parameter called bias that happens to be zero: it would be trained and
    saved. Set self.bias to None instead.
ko: bias=False인데도 값이 0인 bias 파라미터가 남아 있습니다. 학습되고 저장까지 됩니다. self.bias를 None으로 두세요.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_f, in_f))
        self.bias = nn.Parameter(torch.zeros(out_f), requires_grad=bias)

    def forward(self, x):
        return x @ self.weight.T + self.bias
