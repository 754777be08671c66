"""
en: The function changes the layer but returns None. Return the layer.
ko: 층을 바꾸기만 하고 None을 돌려줍니다. linear를 return하세요.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))

    def pre_hook(module, args):
        v = module.weight_v
        module.weight = module.weight_g * v / v.norm(dim=1, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
