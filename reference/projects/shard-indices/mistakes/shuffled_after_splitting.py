"""
en: Each process shuffles its own fixed part. It never meets the samples of the others. Shuffle the whole first,
    then split.
ko: 프로세스마다 정해진 자기 부분만 섞습니다. 다른 부분의 샘플은 영영 만나지 못합니다. 전체를 먼저 섞은 다음
    나누세요.
"""

import random


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    order = list(range(n))
    share = n // world if drop_last else -(-n // world)
    while len(order) < share * world:
        order += order
    mine = order[: share * world][rank::world]
    random.Random(seed * 1_000_003 + epoch).shuffle(mine)
    return mine
