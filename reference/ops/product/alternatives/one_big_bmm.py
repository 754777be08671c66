import math

import torch


def product(a, b):
    left = a.unsqueeze(0) if a.ndim == 1 else a
    right = b.unsqueeze(1) if b.ndim == 1 else b
    (n, k), (_, m) = left.shape[-2:], right.shape[-2:]
    batch = torch.broadcast_shapes(left.shape[:-2], right.shape[:-2])
    count = math.prod(batch)
    left = left.expand(*batch, -1, -1).reshape(count, n, k)
    right = right.expand(*batch, -1, -1).reshape(count, right.size(-2), m)
    result = torch.bmm(left, right).reshape(*batch, n, m)
    if b.ndim == 1:
        result = result.squeeze(-1)
    return result.squeeze(-2 if b.ndim > 1 else -1) if a.ndim == 1 else result
