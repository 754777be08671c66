import torch
from torch.nn import Parameter
from torch.nn import functional as F


def _compute(module, args):
    setattr(module, "weight", F.normalize(module.weight_v, dim=1, eps=0.0) * module.weight_g)
    return args


def weight_norm_hook(linear):
    old = linear._parameters.pop("weight")
    with torch.no_grad():
        length = torch.linalg.vector_norm(old, dim=-1, keepdim=True)
        direction = old / length
    linear.register_parameter("weight_g", Parameter(length))
    linear.register_parameter("weight_v", Parameter(direction))
    _compute(linear, None)
    linear.register_forward_pre_hook(_compute)
    return linear
