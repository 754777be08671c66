"""
en: numpy can't see a GPU's memory: t.numpy() raises a TypeError there. .cpu() copies a tensor from a GPU and does
    nothing to one that is on the CPU, so t.detach().cpu().numpy() is right for both.
ko: numpy는 GPU 메모리를 볼 수 없어서 t.numpy()가 TypeError를 냅니다. .cpu()는 GPU의 텐서는 복사하고
    CPU의 텐서는 그대로 돌려주므로, t.detach().cpu().numpy()라고 쓰면 둘 다 됩니다.
"""

import torch


def to_numpy(t, copy=False):
    a = t.detach().numpy()
    return a.copy() if copy else a


def from_np(a, share=True):
    runs_backwards = min(a.strides, default=0) < 0
    return torch.from_numpy(a if share and not runs_backwards else a.copy())
