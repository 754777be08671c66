"""
en: torch.manual_seed changes the global generator, and with it everything random that follows. Use
    torch.Generator().manual_seed(seed).
ko: torch.manual_seed는 전역 generator를 바꾸어 그 뒤의 모든 난수에 영향을 줍니다.
    torch.Generator().manual_seed(seed)를 쓰세요.
"""

import torch
from torch.utils.data import IterableDataset, get_worker_info


def split_indices(n, frac, seed):
    torch.manual_seed(seed)
    order = torch.randperm(n).tolist()
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
        return iter(range(info.id, self.n, info.num_workers))
