import torch


def product(a, b):
    rows = "" if a.dim() == 1 else "n"
    columns = "" if b.dim() == 1 else "m"
    if a.size(-1) != b.size(0 if b.dim() == 1 else -2):
        raise RuntimeError("the sizes do not fit")
    return torch.einsum(f"...{rows}k,...k{columns}->...{rows}{columns}", a, b)
