"""
en: The norm runs over dim 0, which gives one length for each column. A row belongs to one output; its elements lie
    along dim 1.
ko: dim 0으로 norm을 구해서 열마다 길이가 나왔습니다. 출력 하나에 해당하는 것은 행이고, 행의 원소는 dim 1을 따라 놓여
    있습니다.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm(dim=0, keepdim=True))

    def pre_hook(module, args):
        v = module.weight_v
        module.weight = module.weight_g * v / v.norm(dim=0, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
    return linear
