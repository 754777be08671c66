import torch


def get_diag_element_3D(A):
    rows = []
    for matrix in A:
        rows.append(torch.stack([matrix[i, i] for i in range(min(matrix.shape))]))
    return torch.stack(rows)
