"""
en: index_select takes no negative numbers, so j = -1 stops with an error. Turn it into a position first: j %
    A.size(1).
ko: index_select는 음수를 받지 않아서 j가 -1이면 오류가 납니다. 먼저 j % A.size(1)로 실제 위치를 구하세요.
"""

import torch


def pick_column(A, j):
    return A.index_select(1, torch.tensor([j], device=A.device)).squeeze(1)


def diag_2d(A):
    n = min(A.shape)
    return A.gather(1, torch.arange(n, device=A.device).unsqueeze(1)).squeeze(1)
