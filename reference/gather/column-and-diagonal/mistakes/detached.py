"""
en: .detach() (or .data) cuts the result off the graph, so no gradient reaches A. Take it away.
ko: .detach()(또는 .data)를 쓰면 결과가 계산 그래프에서 떨어져 A에 기울기가 전해지지 않습니다. 지우세요.
"""

import torch


def pick_column(A, j):
    return A.detach()[:, j]


def diag_2d(A):
    i = torch.arange(min(A.shape), device=A.device)
    return A.detach()[i, i]
