"""
en: The epoch does not come into the shuffle, so every epoch has the same order. This is DistributedSampler without
    set_epoch.
ko: 섞을 때 epoch를 쓰지 않아 모든 에폭의 순서가 같습니다. DistributedSampler에서 set_epoch를 부르지 않은 것과
    같습니다.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    g = torch.Generator().manual_seed(seed)
    order = torch.randperm(n, generator=g).tolist()
    share = n // world if drop_last else -(-n // world)
    while len(order) < share * world:
        order += order
    return order[: share * world][rank::world]
