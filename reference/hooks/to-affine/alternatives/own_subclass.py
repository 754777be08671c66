import re

import torch
from torch import nn


class _Affine:
    def forward(self, x):
        return torch.matmul(x, self.W.transpose(0, 1)).add(self.b)


def to_affine(model, d):
    def visit(module):
        cls = type(module)
        if re.match(r"Function_", cls.__name__):
            # the object moves to a class of its own; the old class is not touched
            module.__class__ = type(cls.__name__, (_Affine, cls), {})
            module.W, module.b = nn.Parameter(torch.ones(d, d)), nn.Parameter(torch.ones(d))

    model.apply(visit)
    return model
