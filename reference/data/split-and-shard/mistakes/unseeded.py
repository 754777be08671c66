"""
en: randperm without a generator gives another split in every run: yesterday's test samples are in today's training
    set. Seed a generator of your own.
ko: generator 없이 randperm을 쓰면 실행할 때마다 다르게 나뉩니다. 어제의 테스트 샘플이 오늘은 학습 데이터에
    들어갑니다. 자신만의 generator에 seed를 주세요.
"""

import torch
from torch.utils.data import IterableDataset, get_worker_info


def split_indices(n, frac, seed):
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
