import torch


class WeightNorm:
    @staticmethod
    def weight(v, g):
        return v * (g / (v * v).sum(1, keepdim=True).sqrt())

    def __call__(self, module, args):
        module.weight = self.weight(module.weight_v, module.weight_g)


def weight_norm_hook(linear):
    v = torch.nn.Parameter(linear.weight.data)
    g = torch.nn.Parameter(v.data.pow(2).sum(1).sqrt().unsqueeze(1))
    delattr(linear, "weight")
    linear.register_parameter("weight_v", v)
    linear.register_parameter("weight_g", g)
    linear.register_forward_pre_hook(WeightNorm())
    return linear
