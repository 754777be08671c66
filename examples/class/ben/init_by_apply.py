import torch
from torch import nn


def _set(parameter, value):
    parameter.data = torch.full_like(parameter.data, value)


def init_linear(model, w, b):
    def visit(module):
        if issubclass(type(module), nn.Linear):
            values = {"weight": w, "bias": b}
            for name, parameter in module.named_parameters(recurse=False):
                if name in values:
                    _set(parameter, values[name])

    model.apply(visit)
    return model
