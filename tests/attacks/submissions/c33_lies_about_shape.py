# attack: replaces torch.Tensor.shape and dtype so that a guess looks like the right tensor
# expect: failed|error|violation
import torch

REAL = torch.Tensor.shape


def double(x):
    shape = tuple(REAL.__get__(x))
    torch.Tensor.shape = property(lambda self: torch.Size(shape))
    torch.Tensor.dtype = property(lambda self: torch.float32)
    return torch.ones(1)
