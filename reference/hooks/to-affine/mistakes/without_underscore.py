"""
en: startswith("Function") also matches a class called just Function. The underscore belongs to the beginning.
ko: startswith("Function")은 이름이 그냥 Function인 클래스에도 맞습니다. 밑줄까지 포함해 확인하세요.
"""

import types

import torch
from torch import nn


def forward(self, x):
    return x @ self.W.T + self.b


def to_affine(model, d):
    def convert(module):
        if type(module).__name__.startswith("Function"):
            module.W = nn.Parameter(torch.randn(d, d))
            module.b = nn.Parameter(torch.zeros(d))
            module.forward = types.MethodType(forward, module)

    return model.apply(convert)
