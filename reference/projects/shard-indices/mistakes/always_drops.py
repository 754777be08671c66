"""
en: The samples left over are dropped also without drop_last. Then every share has to be ceil(n / world) long.
ko: drop_last가 아닐 때도 남는 샘플을 버립니다. 그때는 몫마다 ceil(n / world)개여야 합니다.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    g = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
    order = torch.randperm(n, generator=g).tolist()
    share = n // world
    return order[: share * world][rank::world]
