"""
en: The rank is part of the seed, so every process shuffles in another way, and the shares overlap and leave samples
    out. All must shuffle alike.
ko: 시드에 rank가 들어가 프로세스마다 다르게 섞습니다. 그래서 몫이 겹치고 빠지는 샘플이 생깁니다. 모두 똑같이 섞어야
    합니다.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    g = torch.Generator().manual_seed(seed * 1_000_003 + epoch * 1000 + rank)
    order = torch.randperm(n, generator=g).tolist()
    share = n // world if drop_last else -(-n // world)
    while len(order) < share * world:
        order += order
    return order[: share * world][rank::world]
