# attack: answers NaN everywhere
# expect: failed
import torch


def double(x):
    return torch.full_like(x, float('nan'))
