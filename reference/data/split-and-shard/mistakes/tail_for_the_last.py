"""
en: The last worker takes the whole remainder, so it may have almost twice as much to do as the others.
ko: 나머지를 마지막 워커가 모두 맡습니다. 다른 워커보다 거의 두 배를 맡을 수도 있습니다.
"""

import torch
from torch.utils.data import IterableDataset, get_worker_info


def split_indices(n, frac, seed):
    order = torch.randperm(n, generator=torch.Generator().manual_seed(seed)).tolist()
    # One cut of one list: what is not in the first part is in the second.
    size = int(n * frac)
    return order[:size], order[size:]


class ShardedStream(IterableDataset):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        # Asked here and not in __init__: the worker's copy of this object is made later.
        info = get_worker_info()
        if info is None:
            return iter(range(self.n))
        size = self.n // info.num_workers
        end = self.n if info.id == info.num_workers - 1 else (info.id + 1) * size
        return iter(range(info.id * size, end))
