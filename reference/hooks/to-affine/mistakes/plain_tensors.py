"""
en: W and b are plain tensors, so they are no parameters: not trained, not saved, not loaded. Wrap them in
    nn.Parameter.
ko: W와 b가 보통 텐서라 파라미터가 아닙니다. 학습되지도 저장되지도 않습니다. nn.Parameter로 감싸세요.
"""

import types

import torch
from torch import nn


def forward(self, x):
    return x @ self.W.T + self.b


def to_affine(model, d):
    def convert(module):
        if type(module).__name__.startswith("Function_"):
            module._parameters.pop("W", None)
            module.W = nn.init.eye_(torch.empty(d, d, requires_grad=True))
            module.b = torch.zeros(d, requires_grad=True)
            module.forward = types.MethodType(forward, module)

    return model.apply(convert)
