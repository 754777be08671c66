"""
en: A forward hook runs after forward, so the weight that it computes is used one call too late. Use a forward
    pre-hook.
ko: forward hook은 forward가 끝난 뒤에 실행되므로 계산한 weight가 다음 호출에서야 쓰입니다. forward pre-hook을
    쓰세요.
"""

from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = nn.Parameter(weight.clone())
    linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))

    def hook(module, args, output=None):
        v = module.weight_v
        module.weight = module.weight_g * v / v.norm(dim=1, keepdim=True)

    hook(linear, None)
    linear.register_forward_hook(hook)
    return linear
