import torch


def pick_column(A, j):
    return A.detach()[:, j]


def diag_2d(A):
    i = torch.arange(min(A.shape), device=A.device)
    return A.detach()[i, i]
