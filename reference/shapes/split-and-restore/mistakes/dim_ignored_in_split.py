"""
en: split_chunks never uses dim: it always splits along dim 0.
ko: split_chunks가 dim을 쓰지 않아 언제나 차원 0을 따라 나눕니다.
"""

import torch


def split_chunks(x, n, dim):
    return list(torch.tensor_split(x, n))


def restore(parts, dim):
    return torch.cat(parts, dim)
