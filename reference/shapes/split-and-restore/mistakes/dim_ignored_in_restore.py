"""
en: restore never uses dim: cat joins along dim 0 unless it is told otherwise.
ko: restore가 dim을 쓰지 않습니다. cat은 dim을 주지 않으면 차원 0을 따라 잇습니다.
"""

import torch


def split_chunks(x, n, dim):
    return list(torch.tensor_split(x, n, dim))


def restore(parts, dim):
    return torch.cat(parts)
