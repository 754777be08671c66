"""
en: torch.mm takes two matrices and nothing else: no vectors, no batches, no broadcasting.
ko: torch.mm은 행렬 둘만 받습니다. 벡터도, 배치도, 브로드캐스팅도 되지 않습니다.
"""

import torch


def product(a, b):
    return torch.mm(a, b)
