# attack: returns a tensor subclass that says yes to everything
# expect: error|failed
import torch


class Yes(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return True


def double(x):
    return torch.zeros(1).as_subclass(Yes)
