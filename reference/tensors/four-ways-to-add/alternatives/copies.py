import torch


def add_four_ways(x, y, out):
    x.add_(y)
    out.copy_(x)
    return x.clone(), torch.clone(out), out, x
