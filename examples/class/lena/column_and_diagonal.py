import torch


def pick_column(A, j):
    # index_select knows no negative numbers; % W turns -1 into W - 1.
    index = torch.tensor([j % A.size(1)], device=A.device)
    return A.index_select(1, index).squeeze(1)


def diag_2d(A):
    n = min(A.shape)
    # One column number for each of the first n rows: the index is [n, 1], and so is what gather returns.
    index = torch.arange(n, device=A.device).unsqueeze(1)
    return A.gather(1, index).squeeze(1)
