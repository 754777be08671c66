import torch


def add_four_ways(x, y, out):
    a = x + y
    b = torch.add(x, y)
    torch.add(x, y, out=out)
    x.add_(y)  # last, because it changes x, and the other three need the old one
    return a, b, out, x
