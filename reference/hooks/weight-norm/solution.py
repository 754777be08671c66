from torch import nn


def weight_norm_hook(linear):
    weight = linear.weight
    del linear.weight  # a registered Parameter would be trained, and could not be replaced by a plain tensor
    linear.weight_v = nn.Parameter(weight)  # nn.Parameter makes a new leaf of any tensor
    linear.weight_g = nn.Parameter(weight.norm(dim=1, keepdim=True))

    def pre_hook(module, args):
        v, g = module.weight_v, module.weight_g
        module.weight = g * v / v.norm(dim=1, keepdim=True)  # a tensor with a graph: gradients reach v and g

    linear.register_forward_pre_hook(pre_hook)
    return linear
