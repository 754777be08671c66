"""
en: Choosing by the number of dims is the right thought, but bmm needs two batches of the same size. A batch beside a
    matrix or a vector, and a batch of 1, have to broadcast.
ko: 차원의 수에 따라 고르는 생각은 좋지만 bmm은 크기가 같은 배치 둘이 필요합니다. 배치와 행렬, 배치와 벡터, 크기 1인
    배치는 브로드캐스팅되어야 합니다.
"""

import torch


def product(a, b):
    if a.dim() == 1 and b.dim() == 1:
        return torch.dot(a, b)
    if a.dim() == 3 or b.dim() == 3:
        return torch.bmm(a, b)
    if b.dim() == 1:
        return torch.mv(a, b)
    return torch.mm(a.reshape(-1, a.size(-1)), b).squeeze(0 if a.dim() == 1 else ())
