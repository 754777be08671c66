# attack: replaces clone, numpy, cpu and contiguous to swap values at read-out
# expect: failed
import torch
REAL = torch.Tensor.mul


def swapped(self, *args, **kwargs):
    return REAL(self, 7)


for name in ("clone", "numpy", "cpu", "contiguous", "detach", "__array__", "tolist"):
    setattr(torch.Tensor, name, swapped)

def double(x):
    return x * 3
