"""
en: weight_v and weight_g are plain tensors, so no optimizer finds them and no state dict holds them. Wrap them in
    nn.Parameter.
ko: weight_v와 weight_g가 보통 텐서라 optimizer가 찾지 못하고 state dict에도 들어가지 않습니다. nn.Parameter로
    감싸세요.
"""


def weight_norm_hook(linear):
    weight = linear.weight.detach()
    del linear.weight
    linear.weight_v = weight.clone().requires_grad_()
    linear.weight_g = weight.norm(dim=1, keepdim=True).requires_grad_()

    def pre_hook(module, args):
        v = module.weight_v
        module.weight = module.weight_g * v / v.norm(dim=1, keepdim=True)

    linear.register_forward_pre_hook(pre_hook)
    return linear
