import torch


def to_channels_first(x):
    n = x.dim()
    leading = list(range(n - 3))
    return torch.permute(x, (*leading, n - 1, n - 3, n - 2))
