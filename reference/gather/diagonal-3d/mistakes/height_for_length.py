"""
en: The diagonal was taken to be H long. A matrix with more rows than columns has only W diagonal elements: use
    min(H, W).
ko: 대각선의 길이를 H로 생각했습니다. 행이 열보다 많은 행렬의 대각선 원소는 W개뿐입니다. min(H, W)를 쓰세요.
"""

import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    index = torch.arange(H, device=A.device).view(1, H, 1).expand(C, H, 1)
    return A.gather(2, index).squeeze(2)
