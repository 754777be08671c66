"""
en: In eval mode the weight is not computed anew, so it is that of the last forward in train mode, whatever has
    happened to weight_v and weight_g since. Compute it before every forward.
ko: eval 모드에서는 weight를 새로 계산하지 않습니다. 그 사이 weight_v와 weight_g가 바뀌어도 train 모드에서 마지막으로
    계산한 weight를 그대로 씁니다. forward 직전마다 계산하세요.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight
    del linear.weight
    linear.weight_v = nn.Parameter(weight)
    linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))
    linear.weight = weight.detach()

    def pre_hook(module, args):
        if module.training:
            v, g = module.weight_v, module.weight_g
            module.weight = g * v / v.norm(dim=1, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
    return linear
