"""
en: The padding is cut from the order once. Where world is more than twice n that is too short: some ranks get
    nothing. Repeat as often as it takes.
ko: 순서를 한 번만 되풀이해 붙였습니다. world가 n의 두 배보다 크면 모자라서 아무것도 못 받는 rank가 생깁니다. 필요한
    만큼 되풀이하세요.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    g = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
    order = torch.randperm(n, generator=g).tolist()
    share = n // world if drop_last else -(-n // world)
    order += order[: max(0, share * world - n)]
    return order[: share * world][rank::world]
