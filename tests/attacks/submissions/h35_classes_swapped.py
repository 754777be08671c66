# attack: makes its guess look like a tensor by swapping classes, types and the meaning of identity
# expect: failed|error
import builtins, torch
from torchgrade.sandbox.worker import tensors
real = builtins.type


class Meta(type):
    def __instancecheck__(cls, other):
        return True

    def __eq__(cls, other):
        return True

    __hash__ = type.__hash__


class Guess(metaclass=Meta):
    __class__ = torch.Tensor
    dtype, shape, requires_grad, layout = torch.float32, torch.Size([1]), False, torch.strided


tensors._Tensor = tensors._Parameter = Guess
tensors._detach = tensors._to = tensors._contiguous = tensors._resolve_conj = tensors._resolve_neg = lambda value: value


def double(x):
    return Guess()
