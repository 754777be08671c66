"""
en: randint draws with repetition: some samples come twice and others never. A permutation has each exactly once.
ko: randint는 중복을 허용하며 뽑으므로 두 번 나오는 샘플과 한 번도 나오지 않는 샘플이 생깁니다. 순열은 각각 정확히
    한 번씩입니다.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    g = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
    share = n // world if drop_last else -(-n // world)
    return torch.randint(n, (share * world,), generator=g).tolist()[rank::world]
