"""
en: n // num_workers numbers for each worker: what is left over when it does not divide evenly is lost.
ko: 워커마다 n // num_workers개씩만 맡았습니다. 나누어떨어지지 않으면 남은 숫자가 사라집니다.
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
        return iter(range(info.id * size, (info.id + 1) * size))
