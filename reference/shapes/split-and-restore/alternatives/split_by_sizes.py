import torch


def split_chunks(x, n, dim):
    small, larger = divmod(x.size(dim), n)
    return list(x.split([small + 1] * larger + [small] * (n - larger), dim=dim))


def restore(parts, dim):
    return torch.concat(tuple(parts), dim=dim)
