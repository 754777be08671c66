"""
en: Blocks of ceil(n / num_workers), as in the documentation's example, give the first workers more and the last one
    what is left: the shares may differ by more than one.
ko: 공식 문서의 예처럼 ceil(n / num_workers)개씩 나누면 앞쪽 워커가 더 맡고 마지막 워커는 남은 것만 맡습니다. 개수
    차이가 1보다 커질 수 있습니다.
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
        size = -(-self.n // info.num_workers)
        return iter(range(info.id * size, min((info.id + 1) * size, self.n)))
