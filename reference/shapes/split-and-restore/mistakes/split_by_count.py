"""
en: split takes the size of a piece, not the number of pieces.
ko: split이 받는 수는 조각의 개수가 아니라 조각의 크기입니다.
"""

import torch


def split_chunks(x, n, dim):
    return list(torch.split(x, n, dim))


def restore(parts, dim):
    return torch.cat(parts, dim)
