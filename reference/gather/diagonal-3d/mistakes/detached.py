"""
en: .detach() (or .data) cuts the result off the graph, so no gradient reaches A. Take it away.
ko: .detach()(또는 .data)를 쓰면 결과가 계산 그래프에서 떨어져 A에 기울기가 전해지지 않습니다. 지우세요.
"""

import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    n = min(H, W)
    index = torch.arange(n, device=A.device).view(1, n, 1).expand(C, n, 1)
    return A.detach()[:, :n].gather(2, index).squeeze(2)
