# attack: asks for more memory than there is
# expect: memory_limit|error
import torch


def double(x):
    return torch.empty(2**46)
