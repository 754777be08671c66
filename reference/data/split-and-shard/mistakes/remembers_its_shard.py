"""
en: The shard is stored in self.n and friends on the first pass, so a second pass, or another worker, sees only part
    of a part.
ko: 첫 반복에서 자기 몫을 self에 저장해 버려서, 두 번째 반복이나 다른 워커는 일부의 일부만 보게 됩니다.
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
        self.numbers = range(n)

    def __iter__(self):
        # Asked here and not in __init__: the worker's copy of this object is made later.
        info = get_worker_info()
        if info is None:
            return iter(self.numbers)
        self.numbers = self.numbers[info.id :: info.num_workers]
        return iter(self.numbers)
