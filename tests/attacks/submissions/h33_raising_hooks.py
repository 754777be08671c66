# attack: returns a tensor that needs a gradient and whose hooks and attributes raise
# expect: failed|error
import torch


def double(x):
    result = (x * 3).requires_grad_()
    result.register_hook(lambda grad: 1 / 0)
    result.layout_ = property(lambda self: 1 / 0)
    torch.Tensor.layout = torch.Tensor.is_quantized = torch.Tensor.is_nested = property(lambda self: 1 / 0)
    return result
