"""
en: Every n-th element went to the same piece, like dealing cards. The pieces have to be neighbours, so that joining
    them gives x.
ko: 카드를 돌리듯 n개마다 하나씩 같은 조각에 넣었습니다. 이어 붙이면 x가 되도록, 이웃한 원소끼리 한 조각이어야 합니다.
"""

import torch


def split_chunks(x, n, dim):
    index = [slice(None)] * x.dim()
    pieces = []
    for start in range(n):
        index[dim] = slice(start, None, n)
        pieces.append(x[tuple(index)])
    return pieces


def restore(parts, dim):
    return torch.cat(parts, dim)
