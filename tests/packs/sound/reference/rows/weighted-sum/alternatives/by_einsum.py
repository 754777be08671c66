import torch


def weighted_sum(x, w):
    return torch.einsum("nm,m->n", x, w)
