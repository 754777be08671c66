"""
en: weight_g has shape (out,), which broadcasts along the columns instead of the rows. Keep the dim: (out, 1).
ko: weight_g의 shape이 (out,)이면 행이 아니라 열을 따라 broadcast됩니다. keepdim=True로 (out, 1)을 유지하세요.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm(dim=1))

    def pre_hook(module, args):
        v = module.weight_v
        module.weight = (module.weight_g * v.T / v.norm(dim=1)).T

    linear.register_forward_pre_hook(pre_hook)
    return linear
