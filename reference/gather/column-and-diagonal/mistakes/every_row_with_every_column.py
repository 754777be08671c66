"""
en: A[i][:, i] takes all of these rows and then all of these columns: a whole square. To pair row 0 with column 0, row
    1 with column 1, give both index tensors at once: A[i, i].
ko: A[i][:, i]는 그 행들을 모두 고른 다음 그 열들을 모두 고르므로 정사각형 전체가 나옵니다. 0행은 0열과, 1행은 1열과
    짝지으려면 A[i, i]처럼 두 index를 한 번에 주세요.
"""

import torch


def pick_column(A, j):
    return A[:, j]


def diag_2d(A):
    i = torch.arange(min(A.shape), device=A.device)
    return A[i][:, i]
