"""
en: x.size(dim) // n rounds down, and the elements that are left over are lost. Share them out.
ko: x.size(dim) // n은 내림이라 남는 원소를 잃어버립니다. 남는 원소를 조각들에 하나씩 나누어 주세요.
"""

import torch


def split_chunks(x, n, dim):
    size = x.size(dim) // n
    return [x.narrow(dim, i * size, size) for i in range(n)]


def restore(parts, dim):
    return torch.cat(parts, dim)
