"""
en: restore leaves out pieces without elements. They may still count: [2, 0] and [3, 0] joined along dim 0 are [5, 0].
    torch.cat takes empty pieces as they are.
ko: restore가 원소 없는 조각을 빼 버립니다. 그런 조각도 크기에는 들어갑니다. [2, 0]과 [3, 0]을 0번 차원으로 이으면 [5,
    0]입니다. torch.cat은 빈 조각도 그대로 받습니다.
"""

import torch


def split_chunks(x, n, dim):
    return list(torch.tensor_split(x, n, dim))


def restore(parts, dim):
    full = [part for part in parts if part.numel()]
    return torch.cat(full, dim) if full else parts[0]
