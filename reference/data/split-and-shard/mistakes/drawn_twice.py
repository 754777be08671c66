"""
en: Each part comes from its own random permutation, so they overlap and leave indices out. Draw one permutation and
    cut it.
ko: 두 부분을 서로 다른 순열에서 뽑아서 겹치는 것도 빠지는 것도 생깁니다. 순열 하나를 만들어 자르세요.
"""

import torch
from torch.utils.data import IterableDataset, get_worker_info


def split_indices(n, frac, seed):
    order = torch.randperm(n, generator=torch.Generator().manual_seed(seed)).tolist()
    # One cut of one list: what is not in the first part is in the second.
    size = int(n * frac)
    other = torch.randperm(n, generator=torch.Generator().manual_seed(seed + 1)).tolist()
    return order[:size], other[size:]


class ShardedStream(IterableDataset):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        # Asked here and not in __init__: the worker's copy of this object is made later.
        info = get_worker_info()
        if info is None:
            return iter(range(self.n))
        return iter(range(info.id, self.n, info.num_workers))
