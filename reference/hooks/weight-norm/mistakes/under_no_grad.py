"""
en: The weight is computed under no_grad, so neither v nor g gets a gradient.
ko: no_grad 아래에서 weight를 계산해서 v와 g 모두 기울기를 받지 못합니다.
"""

import torch
from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))

    @torch.no_grad()
    def pre_hook(module, args):
        v = module.weight_v
        module.weight = module.weight_g * v / v.norm(dim=1, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
    return linear
