"""
en: Empty pieces were added until there are n. Then one piece may have 2 elements and another none: the sizes may
    differ by at most 1.
ko: n개가 될 때까지 빈 조각을 덧붙였습니다. 그러면 어떤 조각은 2개, 어떤 조각은 0개가 될 수 있습니다. 크기 차이는 1
    이하여야 합니다.
"""

import torch


def split_chunks(x, n, dim):
    pieces = list(torch.chunk(x, n, dim))
    while len(pieces) < n:
        pieces.append(x.narrow(dim, 0, 0))
    return pieces


def restore(parts, dim):
    return torch.cat(parts, dim)
