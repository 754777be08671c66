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
            # Stored on this object, so the class and its other instances keep theirs. MethodType passes `self`.
            module.forward = types.MethodType(forward, module)

    return model.apply(convert)
