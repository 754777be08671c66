"""
en: stack makes a new dim and needs pieces of equal shape. cat joins along a dim that is there.
ko: stack은 새 차원을 만들고 조각의 shape이 모두 같아야 합니다. 이미 있는 차원을 따라 잇는 것은 cat입니다.
"""

import torch


def split_chunks(x, n, dim):
    return list(torch.tensor_split(x, n, dim))


def restore(parts, dim):
    return torch.stack(parts, dim)
