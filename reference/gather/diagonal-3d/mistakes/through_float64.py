"""
en: A was converted to float64 and back. That loses digits of large int64 numbers and the imaginary part of complex
    ones; gather works for every dtype as it is.
ko: A를 float64로 바꿨다가 되돌렸습니다. 그러면 큰 int64 수의 아래 자리와 복소수의 허수부가 사라집니다. gather는
    어떤 dtype이든 그대로 받습니다.
"""

import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    n = min(H, W)
    index = torch.arange(n, device=A.device).view(1, n, 1).expand(C, n, 1)
    return A.double().gather(2, index).squeeze(2).to(A.dtype)
