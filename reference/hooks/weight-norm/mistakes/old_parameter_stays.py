"""
en: The old Parameter is still registered, and only its data is overwritten: it stays among the parameters, and no
    gradient reaches v and g. Delete it and assign a plain tensor.
ko: 예전 Parameter를 그대로 둔 채 .data만 덮어썼습니다. 파라미터 목록에 남아 있고 v와 g에는 기울기가 오지 않습니다.
    지우고 보통 텐서를 대입하세요.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))

    def pre_hook(module, args):
        v = module.weight_v
        module.weight.data = (module.weight_g * v / v.norm(dim=1, keepdim=True)).data

    linear.register_forward_pre_hook(pre_hook)
    return linear
