"""
en: x @ W uses W the other way round. A Linear layer computes x @ W.T + b, with one row of W for each output.
ko: x @ W는 W를 뒤집어 쓴 것입니다. Linear처럼 x @ W.T + b로, W의 행 하나가 출력 하나에 해당합니다.
"""

import types

import torch
from torch import nn


def forward(self, x):
    return x @ self.W + self.b


def to_affine(model, d):
    def convert(module):
        if type(module).__name__.startswith("Function_"):
            module.W = nn.Parameter(torch.randn(d, d))
            module.b = nn.Parameter(torch.zeros(d))
            module.forward = types.MethodType(forward, module)

    return model.apply(convert)
