"""
en: weight_g starts at ones, so the first output is another one than before. Start it with the norms of the rows.
ko: weight_g를 1로 시작해서 등록 직후의 출력이 전과 달라졌습니다. 각 행의 norm으로 시작하세요.
"""

import torch
from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(torch.ones_like(weight[:, :1]))

    def pre_hook(module, args):
        v = module.weight_v
        module.weight = module.weight_g * v / v.norm(dim=1, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
    return linear
