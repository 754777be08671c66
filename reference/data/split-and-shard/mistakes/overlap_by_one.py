"""
en: The second part starts one too early, so the last index of the first part is in both: training data in the test
    set.
ko: 둘째 부분이 하나 일찍 시작해서 첫 부분의 마지막 인덱스가 양쪽에 다 있습니다. 학습 데이터가 테스트에 섞였습니다.
"""

import torch
from torch.utils.data import IterableDataset, get_worker_info


def split_indices(n, frac, seed):
    order = torch.randperm(n, generator=torch.Generator().manual_seed(seed)).tolist()
    # One cut of one list: what is not in the first part is in the second.
    size = int(n * frac)
    return order[:size], order[max(size - 1, 0) :]


class ShardedStream(IterableDataset):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        # Asked here and not in __init__: the worker's copy of this object is made later.
        info = get_worker_info()
        if info is None:
            return iter(range(self.n))
        return iter(range(info.id, self.n, info.num_workers))
