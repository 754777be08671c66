"""
en: The norms were computed by numpy, which can't see a GPU's memory, and come back on the CPU. torch has the same
    function: weight.norm(dim=1, keepdim=True).
ko: 노름을 numpy로 계산했습니다. numpy는 GPU 메모리를 볼 수 없고, 결과도 CPU에 생깁니다. torch에 같은 함수가
    있습니다: weight.norm(dim=1, keepdim=True).
"""

import numpy as np
import torch
from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight
    del linear.weight
    linear.weight_v = nn.Parameter(weight)
    norms = np.linalg.norm(weight.detach().numpy(), axis=1, keepdims=True)
    linear.weight_g = nn.Parameter(torch.from_numpy(norms))

    def pre_hook(module, args):
        v, g = module.weight_v, module.weight_g
        module.weight = g * v / v.norm(dim=1, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
    return linear
