"""
en: The results are still matrices, [H, 1] and [n, 1]: index_select keeps the dim that it picks from, and gather gives
    the shape of its index. Drop that dim with squeeze(1).
ko: 결과가 아직 [H, 1], [n, 1]인 행렬입니다. index_select는 고른 차원을 남겨 두고, gather의 결과는 index와 같은
    shape입니다. squeeze(1)로 그 차원을 없애세요.
"""

import torch


def pick_column(A, j):
    return A.index_select(1, torch.tensor([j % A.size(1)], device=A.device))


def diag_2d(A):
    n = min(A.shape)
    return A.gather(1, torch.arange(n, device=A.device).unsqueeze(1))
