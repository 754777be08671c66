import torch


def add_four_ways(x, y, out):
    return x + y, torch.add(x, y), torch.add(x, y, out=out), x.add_(y)
