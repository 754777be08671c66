"""
en: The function returns None. apply returns the model: pass it on.
ko: 함수가 None을 돌려줍니다. apply가 모델을 돌려주니 그대로 return하세요.
"""

import types

import torch
from torch import nn


def forward(self, x):
    return x @ self.W.T + self.b


def to_affine(model, d):
    def convert(module):
        if type(module).__name__.startswith("Function_"):
            module.W = nn.Parameter(torch.randn(d, d))
            module.b = nn.Parameter(torch.zeros(d))
            module.forward = types.MethodType(forward, module)

    model.apply(convert)
