"""
en: A negative j lands one column too far to the left: -1 is the last column, W - 1, so add W and not W - 1.
ko: j가 음수일 때 한 열 왼쪽을 골랐습니다. -1은 마지막 열 W - 1이므로 W - 1이 아니라 W를 더해야 합니다.
"""

import torch


def pick_column(A, j):
    if j < 0:
        j += A.size(1) - 1
    return A[:, j]


def diag_2d(A):
    n = min(A.shape)
    return A.gather(1, torch.arange(n, device=A.device).unsqueeze(1)).squeeze(1)
