"""
en: torch.dot is for two vectors only. Unlike numpy.dot it does not take matrices.
ko: torch.dot은 벡터 둘에만 쓸 수 있습니다. numpy.dot과 달리 행렬은 받지 않습니다.
"""

import torch


def product(a, b):
    return torch.dot(a, b)
