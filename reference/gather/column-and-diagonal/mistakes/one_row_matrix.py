"""
en: view(1, -1) makes a matrix of one row, [1, n]. A 1-D tensor has shape [n].
ko: view(1, -1)은 행이 하나인 행렬 [1, n]을 만듭니다. 1차원 텐서의 shape은 [n]입니다.
"""

import torch


def pick_column(A, j):
    return A.index_select(1, torch.tensor([j % A.size(1)], device=A.device)).view(1, -1)


def diag_2d(A):
    n = min(A.shape)
    return A.gather(1, torch.arange(n, device=A.device).unsqueeze(1)).view(1, -1)
