"""
en: torch.tensor(part.tolist()) makes new tensors of default dtype: float64 becomes float32, empty pieces lose their
    shape, and no gradient flows back.
ko: torch.tensor(part.tolist())는 기본 dtype의 새 텐서를 만듭니다. float64는 float32가 되고, 빈 조각은 shape을 잃고,
    기울기도 돌아가지 않습니다.
"""

import torch


def split_chunks(x, n, dim):
    return list(torch.tensor_split(x, n, dim))


def restore(parts, dim):
    return torch.cat([torch.tensor(part.tolist()) for part in parts], dim)
