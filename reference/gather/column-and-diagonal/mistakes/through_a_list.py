"""
en: tolist() and torch.tensor(...) build a new tensor out of plain numbers: it belongs to no graph, so no gradient
    reaches A, and float64 becomes float32. Stay with tensors.
ko: tolist()와 torch.tensor(...)는 파이썬 숫자로 새 텐서를 만듭니다. 계산 그래프와 끊어져 A에 기울기가 가지 않고
    float64도 float32가 됩니다. 텐서 연산만으로 해결하세요.
"""

import torch


def pick_column(A, j):
    return torch.tensor(A[:, j].tolist(), device=A.device)


def diag_2d(A):
    i = torch.arange(min(A.shape), device=A.device)
    return torch.tensor(A[i, i].tolist(), device=A.device)
