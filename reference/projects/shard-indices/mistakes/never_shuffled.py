"""
en: The order is 0, 1, 2, ... in every epoch, so every process sees the same samples for ever. Shuffle by seed and
    epoch.
ko: 에폭마다 순서가 0, 1, 2, …여서 프로세스가 늘 같은 샘플만 봅니다. seed와 epoch에 따라 섞으세요.
"""

def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    order = list(range(n))
    share = n // world if drop_last else -(-n // world)
    while len(order) < share * world:
        order += order
    return order[: share * world][rank::world]
