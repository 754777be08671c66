"""
en: The weight is computed from v.detach(), so weight_v gets no gradient and never learns.
ko: v.detach()로 weight를 계산해서 weight_v에 기울기가 오지 않고 학습되지 않습니다.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))

    def pre_hook(module, args):
        v = module.weight_v.detach()
        module.weight = module.weight_g * v / v.norm(dim=1, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
    return linear
