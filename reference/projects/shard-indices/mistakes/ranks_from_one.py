"""
en: The rank was counted from 1, so that sample number 0 of the order is nobody's. Ranks start at 0.
ko: rank를 1부터 세어 순서의 첫 샘플을 아무도 가져가지 않습니다. rank는 0부터 시작합니다.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    g = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
    order = torch.randperm(n, generator=g).tolist()
    share = n // world if drop_last else -(-n // world)
    while len(order) < share * world:
        order += order
    return order[: share * world][rank + 1 :: world]
