"""
en: Parameters in a Python list are not registered, and nobody can find them as weight and bias. Assign them to
    self.weight and self.bias.
ko: 파이썬 리스트에 넣은 Parameter는 등록되지 않고 weight, bias라는 이름으로 찾을 수도 없습니다. self.weight와
    self.bias에 대입하세요.
"""

import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        self.params = [nn.Parameter(torch.randn(out_f, in_f))]
        if bias:
            self.params.append(nn.Parameter(torch.zeros(out_f)))

    def forward(self, x):
        y = x @ self.params[0].T
        return y + self.params[1] if len(self.params) > 1 else y
