"""
en: The index [0, 1] is written down by hand, so only 2 x 2 matrices work. Build it from the sizes of A.
ko: index를 [0, 1]로 직접 적어서 2 x 2 행렬에서만 동작합니다. A의 크기로부터 index를 만드세요.
"""

import torch


def get_diag_element_3D(A):
    index = torch.tensor([[[0], [1]]], device=A.device).expand(A.size(0), 2, 1)
    return A.gather(2, index).squeeze(2)
