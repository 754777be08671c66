"""
en: drop_last is not looked at: the shares are filled up in any case.
ko: drop_last를 확인하지 않고 언제나 되풀이해 채웁니다.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    g = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
    order = torch.randperm(n, generator=g).tolist()
    share = -(-n // world)
    while len(order) < share * world:
        order += order
    return order[: share * world][rank::world]
