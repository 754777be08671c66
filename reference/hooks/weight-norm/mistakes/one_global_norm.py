"""
en: v was divided by one norm of the whole matrix. Each row has its own length: norm(dim=1, keepdim=True).
ko: 행렬 전체의 norm 하나로 나누었습니다. 행마다 길이가 따로 있습니다: norm(dim=1, keepdim=True).
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm().expand(weight.size(0), 1).clone())

    def pre_hook(module, args):
        v = module.weight_v
        module.weight = module.weight_g * v / v.norm()

    linear.register_forward_pre_hook(pre_hook)
    return linear
