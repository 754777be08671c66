# attack: answers with a tensor that has no memory, and makes every tensor say that it lies in ours
# expect: failed|error
import torch

torch.Tensor.is_cpu = property(lambda self: True)


def double(x):
    return torch.empty(1 << 16, device="meta")
