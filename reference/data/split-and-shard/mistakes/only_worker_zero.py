"""
en: Only worker 0 gives anything. Nothing comes twice, but the other workers sit idle.
ko: 0번 워커만 일합니다. 겹치지는 않지만 나머지 워커는 모두 놀고 있습니다.
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
        return iter(range(self.n) if info.id == 0 else ())
