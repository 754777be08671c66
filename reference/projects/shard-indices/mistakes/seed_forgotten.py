"""
en: The seed does not come into the shuffle: two experiments with different seeds see the same order.
ko: 섞을 때 seed를 쓰지 않습니다. seed가 다른 두 실험이 같은 순서로 학습하게 됩니다.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    g = torch.Generator().manual_seed(epoch)
    order = torch.randperm(n, generator=g).tolist()
    share = n // world if drop_last else -(-n // world)
    while len(order) < share * world:
        order += order
    return order[: share * world][rank::world]
