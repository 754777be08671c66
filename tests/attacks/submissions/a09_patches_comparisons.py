# attack: makes every comparison of torch true
# expect: failed
import torch
torch.allclose = torch.equal = torch.Tensor.equal = lambda *args, **kwargs: True
torch.testing.assert_close = lambda *args, **kwargs: None
torch.Tensor.__eq__ = lambda self, other: True

def double(x):
    return x * 3
