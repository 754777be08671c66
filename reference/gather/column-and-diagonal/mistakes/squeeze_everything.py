"""
en: squeeze() without a dim drops every dim of size 1. With one row, or a diagonal of one element, the result becomes
    a single number with no dims. Name the dim that you mean: squeeze(1).
ko: 차원을 지정하지 않은 squeeze()는 크기가 1인 차원을 모두 없앱니다. 행이 하나이거나 대각선 원소가 하나면 결과가
    차원이 없는 숫자 하나가 되어 버립니다. squeeze(1)처럼 없앨 차원을 지정하세요.
"""

import torch


def pick_column(A, j):
    return A.index_select(1, torch.tensor([j % A.size(1)], device=A.device)).squeeze()


def diag_2d(A):
    n = min(A.shape)
    return A.gather(1, torch.arange(n, device=A.device).unsqueeze(1)).squeeze()
