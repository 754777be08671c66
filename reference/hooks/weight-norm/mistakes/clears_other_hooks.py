"""
en: Other people's pre-hooks were thrown away. Register yours beside them.
ko: 다른 사람의 pre-hook을 지워 버렸습니다. 그대로 두고 자기 hook만 추가하세요.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))
    linear._forward_pre_hooks.clear()

    def pre_hook(module, args):
        v = module.weight_v
        module.weight = module.weight_g * v / v.norm(dim=1, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
    return linear
