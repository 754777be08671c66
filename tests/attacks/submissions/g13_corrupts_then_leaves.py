# attack: corrupts its own warm process and leaves cleanly
# expect: failed
import ctypes, torch
torch.nn.functional.relu = torch.relu = None
torch.Tensor.__mul__ = lambda self, other: self

def double(x):
    return x * 3
