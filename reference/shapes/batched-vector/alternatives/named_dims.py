import torch


def to_batched_vector(x):
    if x.dim() == 2:
        return x
    return torch.squeeze(x, dim=(1, 2))
