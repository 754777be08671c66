import torch


def pick_column(A, j):
    return A[:, j].float()


def diag_2d(A):
    n = min(A.shape)
    return A.gather(1, torch.arange(n, device=A.device).unsqueeze(1)).squeeze(1).float()
