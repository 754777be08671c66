"""
en: The elements come in the order of the memory, not in the order in which x is read: for x.t() that is x again.
ko: 원소가 x를 읽는 순서가 아니라 메모리에 놓인 순서로 나옵니다. x.t()라면 도로 x의 순서가 됩니다.
"""

import torch


def view_or_copy(x, shape):
    if x.is_contiguous():
        return x.view(shape), True
    memory = torch.as_strided(x, (x.numel(),), (1,))
    return memory.reshape(shape), True
