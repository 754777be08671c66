"""
en: The shuffle depends on the global random state, which differs from process to process. Seed a generator with
    seed and epoch.
ko: 프로세스마다 다른 전역 난수 상태에 따라 섞습니다. seed와 epoch로 시드를 정한 generator를 쓰세요.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    order = torch.randperm(n).tolist()
    share = n // world if drop_last else -(-n // world)
    while len(order) < share * world:
        order += order
    return order[: share * world][rank::world]
