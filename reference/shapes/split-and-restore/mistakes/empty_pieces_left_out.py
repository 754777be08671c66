"""
en: Empty pieces were left out, so there are fewer than n. An empty piece is a piece.
ko: 빈 조각을 빼서 n개보다 적어졌습니다. 빈 조각도 조각입니다.
"""

import torch


def split_chunks(x, n, dim):
    return [piece for piece in torch.tensor_split(x, n, dim) if piece.numel()]


def restore(parts, dim):
    return torch.cat(parts, dim)
