import torch


def pick_column(A, j):
    return A[:, j]


def diag_2d(A):
    i = torch.arange(min(A.size(0), A.size(1)), device=A.device)
    return A[i, i]
