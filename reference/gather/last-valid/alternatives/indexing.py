import torch


def last_valid(x, lengths):
    rows = torch.arange(x.size(0), device=x.device)
    picked = x[rows, lengths - 1]
    empty = (lengths == 0)[:, None]
    return torch.where(empty, torch.zeros_like(picked), picked)
