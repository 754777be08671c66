"""
en: The second size was computed on its own as int(n * (1 - frac)). Both are rounded down, so an index is lost between
    them. Take the rest of the list.
ko: 둘째 크기를 int(n * (1 - frac))로 따로 계산했습니다. 둘 다 내림이라 그 사이에서 인덱스가 사라집니다. list의
    나머지를 그대로 쓰세요.
"""

import torch
from torch.utils.data import IterableDataset, get_worker_info


def split_indices(n, frac, seed):
    order = torch.randperm(n, generator=torch.Generator().manual_seed(seed)).tolist()
    # One cut of one list: what is not in the first part is in the second.
    size = int(n * frac)
    return order[:size], order[size : size + int(n * (1 - frac))]


class ShardedStream(IterableDataset):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        # Asked here and not in __init__: the worker's copy of this object is made later.
        info = get_worker_info()
        if info is None:
            return iter(range(self.n))
        return iter(range(info.id, self.n, info.num_workers))
