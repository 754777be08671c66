import torch


def pick_column(A, j):
    return A[:, j]


def diag_2d(A):
    return A.gather(1, torch.arange(A.size(0), device=A.device).unsqueeze(1)).squeeze(1)
