"""
en: The index is made on the CPU. Where A lies on a GPU, index_select and gather refuse it: both have to be on one
    device. Give torch.tensor and torch.arange a device=A.device.
ko: index를 CPU에 만들었습니다. A가 GPU에 있으면 index_select와 gather가 오류를 냅니다. 둘은 같은 장치에 있어야
    합니다. torch.tensor와 torch.arange에 device=A.device를 주세요.
"""

import torch


def pick_column(A, j):
    return A.index_select(1, torch.tensor([j % A.size(1)])).squeeze(1)


def diag_2d(A):
    n = min(A.shape)
    return A.gather(1, torch.arange(n).unsqueeze(1)).squeeze(1)
