"""
en: This is the other diagonal: the index runs from the last column to the first.
ko: 반대쪽 대각선입니다. index가 마지막 열에서 첫 열로 거꾸로 갑니다.
"""

import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    n = min(H, W)
    index = (W - 1 - torch.arange(n, device=A.device)).view(1, n, 1).expand(C, n, 1)
    return A[:, :n].gather(2, index).squeeze(2)
