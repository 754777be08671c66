"""
en: torch.arange(n) makes the index on the CPU. Where A lies on a GPU, gather refuses it: index and A have to be on
    one device. Write torch.arange(n, device=A.device).
ko: torch.arange(n)은 index를 CPU에 만듭니다. A가 GPU에 있으면 gather가 오류를 냅니다. index와 A는 같은
    장치에 있어야 합니다. torch.arange(n, device=A.device)로 쓰세요.
"""

import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    n = min(H, W)
    index = torch.arange(n).view(1, n, 1).expand(C, n, 1)
    return A[:, :n].gather(2, index).squeeze(2)
