"""
en: get_worker_info() is None in the main process, and None has no id. Without workers the whole range is yours.
ko: 메인 프로세스에서 get_worker_info()는 None이고, None에는 id가 없습니다. 워커가 없으면 전체를 내보내야 합니다.
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
        return iter(range(info.id, self.n, info.num_workers))
