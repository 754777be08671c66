"""
en: chunk rounds the size of a piece up, so 6 elements in 4 chunks give 3 pieces. tensor_split keeps the count.
ko: chunk는 조각의 크기를 올림하므로 원소 6개를 4로 나누면 3조각이 됩니다. tensor_split은 개수를 지킵니다.
"""

import torch


def split_chunks(x, n, dim):
    return list(torch.chunk(x, n, dim))


def restore(parts, dim):
    return torch.cat(parts, dim)
