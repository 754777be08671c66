"""
en: The index was wrapped around with % W to avoid an error. Elements below the square part are not on the diagonal.
ko: 오류를 피하려고 index를 % W로 감쌌습니다. 정사각형 아래쪽의 원소는 대각선 위에 있지 않습니다.
"""

import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    index = (torch.arange(H, device=A.device) % max(W, 1)).view(1, H, 1).expand(C, H, 1)
    return A.gather(2, index).squeeze(2)
