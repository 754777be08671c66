import torch


def pick_column(A, j):
    H, W = A.shape
    index = torch.full((H, 1), j + W if j < 0 else j, dtype=torch.long, device=A.device)
    return torch.gather(A, 1, index)[:, 0]


def diag_2d(A):
    H, W = A.shape
    # In row-major order, one step down and one to the right is W + 1 elements further.
    return A.reshape(-1)[: min(H, W) * W][:: W + 1]
