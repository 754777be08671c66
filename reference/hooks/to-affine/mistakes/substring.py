"""
en: "Function" in the name also matches MyFunctionWrapper. The name has to start with Function_: use startswith.
ko: 이름에 "Function"이 들어 있는지만 보아서 MyFunctionWrapper까지 바뀌었습니다. Function_으로 시작해야 하므로
    startswith를 쓰세요.
"""

import types

import torch
from torch import nn


def forward(self, x):
    return x @ self.W.T + self.b


def to_affine(model, d):
    def convert(module):
        if "Function" in type(module).__name__:
            module.W = nn.Parameter(torch.randn(d, d))
            module.b = nn.Parameter(torch.zeros(d))
            module.forward = types.MethodType(forward, module)

    return model.apply(convert)
