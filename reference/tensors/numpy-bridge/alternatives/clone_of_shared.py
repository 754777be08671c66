import numpy as np
import torch


def to_numpy(t, copy=False):
    with torch.no_grad():
        return np.array(t.detach().to("cpu").numpy(), copy=True) if copy else t.detach().to("cpu").numpy()


def from_np(a, share=True):
    if any(stride < 0 for stride in a.strides):
        a = np.array(a, order="C")
    shared = torch.from_numpy(a)
    return shared if share else shared.clone()
