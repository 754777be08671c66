import torch


def pick_column(A, j):
    return A.T[j]


def diag_2d(A):
    return A[torch.eye(*A.shape, dtype=torch.bool, device=A.device)]
