"""
en: The pieces are in reverse order. The two functions undo each other, but each has to be right alone.
ko: 조각의 순서가 거꾸로입니다. 두 함수를 이어 쓰면 상쇄되지만, 각각 따로 써도 맞아야 합니다.
"""

import torch


def split_chunks(x, n, dim):
    return list(torch.tensor_split(x, n, dim))[::-1]


def restore(parts, dim):
    return torch.cat(parts[::-1], dim)
