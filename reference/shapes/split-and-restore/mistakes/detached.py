"""
en: x was detached: the pieces still share its memory, but no gradient flows back.
ko: x를 detach했습니다. 메모리는 공유하지만 기울기는 돌아가지 않습니다.
"""

import torch


def split_chunks(x, n, dim):
    return list(torch.tensor_split(x.detach(), n, dim))


def restore(parts, dim):
    return torch.cat(parts, dim)
