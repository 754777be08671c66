import torch


def to_numpy(t, copy=False):
    # detach: numpy knows no gradients; it is another view, so t itself keeps its own. cpu: does nothing if t is there.
    a = t.detach().cpu().numpy()
    return a.copy() if copy else a


def from_np(a, share=True):
    runs_backwards = min(a.strides, default=0) < 0  # tensors can't, so there is nothing to share
    return torch.from_numpy(a if share and not runs_backwards else a.copy())
