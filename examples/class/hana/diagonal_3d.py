import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    n = min(H, W)
    index = torch.arange(n, device=A.device).view(1, n, 1).expand(C, n, 1)
    return A[:, :n].gather(2, index).squeeze(2).float()
