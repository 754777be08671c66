"""
en: Only the norm was detached, so v's gradient lacks the part that flows through the norm. Differentiate the whole
    formula.
ko: norm만 detach해서 v의 기울기에서 norm을 지나는 부분이 빠졌습니다. 식 전체를 미분해야 합니다.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))

    def pre_hook(module, args):
        v = module.weight_v
        module.weight = module.weight_g * v / v.detach().norm(dim=1, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
    return linear
