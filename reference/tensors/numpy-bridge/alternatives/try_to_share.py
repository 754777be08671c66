import numpy as np
import torch


def to_numpy(t, copy=False):
    if copy:
        t = t.detach().clone()
    return np.asarray(t.data.cpu())


def from_np(a, share=True):
    if not share:
        return torch.tensor(np.array(a))
    try:
        return torch.as_tensor(a)
    except ValueError:
        return torch.tensor(np.array(a))
