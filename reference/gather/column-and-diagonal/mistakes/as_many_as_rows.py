"""
en: The diagonal was taken to have H elements. A matrix with more rows than columns has only W: use min(H, W).
ko: 대각선의 길이를 H로 생각했습니다. 행이 열보다 많은 행렬의 대각선은 W개뿐입니다. min(H, W)를 쓰세요.
"""

import torch


def pick_column(A, j):
    return A[:, j]


def diag_2d(A):
    return A.gather(1, torch.arange(A.size(0), device=A.device).unsqueeze(1)).squeeze(1)
