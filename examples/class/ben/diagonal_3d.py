import torch


def get_diag_element_3D(A):
    n = min(A.size(1), A.size(2))
    columns = A[:, :, :n]
    index = torch.arange(n, device=A.device).repeat(A.size(0), 1).unsqueeze(1)
    return torch.gather(columns, 1, index)[:, 0]
