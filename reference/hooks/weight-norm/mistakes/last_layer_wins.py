"""
en: The hook reads a global name instead of its argument `module`, so with two layers every hook works on the last
    one.
ko: hook이 인자인 module 대신 전역 이름을 읽어서, 층이 둘이면 모든 hook이 마지막 층에서만 동작합니다.
"""

from torch import nn

layer = None


def weight_norm_hook(linear):
    global layer
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))
    layer = linear

    def pre_hook(module, args):
        v = layer.weight_v
        module.weight = layer.weight_g * v / v.norm(dim=1, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
    return linear
