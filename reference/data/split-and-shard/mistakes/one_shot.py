"""
en: The iterator is made in __init__ and is used up after one pass: the second epoch is empty. Make it in __iter__.
ko: 반복자를 __init__에서 만들어 한 번 쓰면 끝납니다. 두 번째 에폭에는 아무것도 없습니다. __iter__에서 만드세요.
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
        self.whole = iter(range(n))

    def __iter__(self):
        # Asked here and not in __init__: the worker's copy of this object is made later.
        info = get_worker_info()
        if info is None:
            return self.whole
        return iter(range(info.id, self.n, info.num_workers))
