"""
en: The whole remainder went to the last piece, which may be much larger than the others. Give one element more to
    some of the pieces.
ko: 나머지를 모두 마지막 조각에 넣어서 그 조각만 훨씬 클 수 있습니다. 몇 조각에 하나씩 더 나누어 주세요.
"""

import torch


def split_chunks(x, n, dim):
    size = x.size(dim) // n
    pieces = [x.narrow(dim, i * size, size) for i in range(n - 1)]
    return [*pieces, x.narrow(dim, (n - 1) * size, x.size(dim) - (n - 1) * size)]


def restore(parts, dim):
    return torch.cat(parts, dim)
