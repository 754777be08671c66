# attack: returns bools that are neither 0 nor 1, and numpy in disguise
# expect: failed|error
import numpy, torch


class Array(numpy.ndarray):
    def __eq__(self, other):
        return True


def double(x):
    if x.dim() == 1:
        return numpy.zeros(3).view(Array)
    return torch.full(x.shape, 2, dtype=torch.uint8).view(torch.bool)
