"""
en: The hook computes with the variables of the function that registered it, and also g is no Parameter of the
    module. Register both on the module and read them from there.
ko: hook이 등록할 때의 지역 변수로 계산하고, g를 모듈의 Parameter로 등록하지 않았습니다. 둘 다 모듈에 등록하고
    모듈에서 읽으세요.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    g = weight.norm(dim=1, keepdim=True)

    def pre_hook(module, args):
        v = module.weight_v
        module.weight = g * v / v.norm(dim=1, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
    return linear
