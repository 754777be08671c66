"""
en: The pattern needs two dims on each side, so vectors fail. A vector has no rows or columns of its own.
ko: 이 패턴은 양쪽 모두 차원이 둘 이상이어야 하므로 벡터에서 오류가 납니다. 벡터에는 행과 열이 따로 없습니다.
"""

import torch


def product(a, b):
    return torch.einsum("...ij,...jk->...ik", a, b)
