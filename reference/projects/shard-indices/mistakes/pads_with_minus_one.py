"""
en: The shares are filled up with -1, which is no sample: dataset[-1] is the last one again or an error. Repeat real
    indices.
ko: 모자란 자리를 -1로 채웠습니다. -1은 샘플 번호가 아니어서 dataset[-1]은 마지막 샘플이거나 오류가 됩니다. 실제
    인덱스를 되풀이하세요.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    g = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
    order = torch.randperm(n, generator=g).tolist()
    share = n // world if drop_last else -(-n // world)
    order += [-1] * (share * world - len(order))
    return order[: share * world][rank::world]
