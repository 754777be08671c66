"""
en: gather ran along dim 1 with the index laid out along the wrong dim, which takes one row of each matrix. The index
    has to vary along the dim that is not gathered.
ko: index를 잘못된 차원을 따라 늘어놓고 dim 1에서 gather해서 각 행렬의 첫 열이 나왔습니다.
    index 값은 gather하지 않는 차원을 따라 변해야 합니다.
"""

import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    n = min(H, W)
    index = torch.arange(n, device=A.device).view(1, n, 1).expand(C, n, 1)
    return A.gather(1, index).squeeze(2)
