"""
en: Without padding the first ranks get one index more than the others, and wait for them in vain. Make the length a
    multiple of world.
ko: 길이를 맞추지 않아 앞쪽 rank의 인덱스가 하나 더 많습니다. 그러면 서로를 끝없이 기다리게 됩니다. 전체 길이를
    world의 배수로 만드세요.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    g = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
    order = torch.randperm(n, generator=g).tolist()
    if drop_last:
        order = order[: n // world * world]
    return order[rank::world]
