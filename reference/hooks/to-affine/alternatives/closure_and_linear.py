import torch
import torch.nn.functional as F


def _affine(module):
    return lambda x: F.linear(x, module.W, module.b)


def to_affine(model, d):
    for module in list(model.modules()):
        if module.__class__.__name__[:9] == "Function_":
            module.register_parameter("W", torch.nn.Parameter(torch.eye(d)))
            module.register_parameter("b", torch.nn.Parameter(torch.rand(d)))
            module.forward = _affine(module)
    return model
