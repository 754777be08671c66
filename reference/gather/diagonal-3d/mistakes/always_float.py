"""
en: The result was converted to float. gather keeps the dtype of A, and so should you: torch.Tensor(...) and .float()
    are not needed.
ko: 결과를 float으로 바꾸었습니다. gather는 A의 dtype을 그대로 유지하므로 torch.Tensor(...)나 .float()은 필요 없습니다.
"""

import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    n = min(H, W)
    index = torch.arange(n, device=A.device).view(1, n, 1).expand(C, n, 1)
    return A[:, :n].gather(2, index).squeeze(2).float()
