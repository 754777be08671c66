"""
en: nn.Parameter(...) makes a new leaf at every forward: the graph to v and g is cut, and weight is a parameter
    again. Assign the tensor as it is.
ko: forward마다 nn.Parameter(...)로 새 leaf를 만들었습니다. v와 g로 이어지는 그래프가 끊기고 weight가 다시 파라미터가
    됩니다. 텐서를 그대로 대입하세요.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))
    del linear.weight

    def pre_hook(module, args):
        v = module.weight_v
        module.weight = nn.Parameter(module.weight_g * v / v.norm(dim=1, keepdim=True))

    linear.register_forward_pre_hook(pre_hook)
    return linear
