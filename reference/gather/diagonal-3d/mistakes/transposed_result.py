"""
en: The result is [n, C]: one column for each matrix. The statement asks for one row for each matrix.
ko: 결과가 [n, C]입니다. 행렬마다 열이 아니라 행 하나가 되어야 합니다.
"""

import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    n = min(H, W)
    index = torch.arange(n, device=A.device).view(1, n, 1).expand(C, n, 1)
    return A[:, :n].gather(2, index).squeeze(2).T
