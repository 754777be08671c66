"""
en: A b of [B, k] beside an a of [B, n, k] is taken for one vector per matrix. By the table it is a matrix, as every
    tensor with two dims, and it is multiplied with each matrix of the batch.
ko: a가 [B, n, k]일 때 [B, k]인 b를 행렬마다 하나씩 짝지은 벡터로 보았습니다. 표에 따르면 차원이 둘인 텐서는 언제나
    행렬이며, 배치의 모든 행렬과 곱해집니다.
"""

import torch


def product(a, b):
    if a.dim() >= 3 and b.shape == a.shape[:-2] + a.shape[-1:]:
        return torch.matmul(a, b.unsqueeze(-1)).squeeze(-1)
    return torch.matmul(a, b)
