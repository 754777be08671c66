"""
en: tensordot sums over one dim and keeps all the others: two batches give every matrix times every matrix. In a
    batched product the leading dims run together.
ko: tensordot은 한 차원만 합하고 나머지를 모두 남기므로, 배치 둘을 주면 모든 행렬을 모든 행렬과 곱합니다. 배치
    곱에서는 앞쪽 차원이 나란히 움직여야 합니다.
"""

import torch


def product(a, b):
    return torch.tensordot(a, b, dims=([-1], [max(b.dim() - 2, 0)]))
