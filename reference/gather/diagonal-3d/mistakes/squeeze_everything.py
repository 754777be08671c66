"""
en: squeeze() without a dim drops every dim of size 1, so with one matrix or a diagonal of one element the result is
    no longer [C, n]. Name the dim: squeeze(2).
ko: 차원을 지정하지 않은 squeeze()는 크기가 1인 차원을 모두 없앱니다. 그래서 행렬이 하나이거나
    대각선 원소가 하나면 결과가 [C, n]이 아니게 됩니다. squeeze(2)처럼 없앨 차원을 지정하세요.
"""

import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    n = min(H, W)
    index = torch.arange(n, device=A.device).view(1, n, 1).expand(C, n, 1)
    return A[:, :n].gather(2, index).squeeze()
