"""
en: The weight is computed once, at registration. When v and g change, it does not follow: compute it before every
    forward, in a pre-hook.
ko: weight를 등록할 때 한 번만 계산해서 v와 g가 바뀌어도 따라가지 않습니다. pre-hook에서 forward 직전마다 계산하세요.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    v = linear.weight_v = nn.Parameter(weight.clone())
    g = linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))
    linear.weight = g * v / v.norm(dim=1, keepdim=True)
    return linear
