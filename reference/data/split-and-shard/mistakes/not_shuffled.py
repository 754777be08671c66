"""
en: The first part is always 0, 1, 2, ...: nothing is shuffled. Where the file is sorted by class, the test set has
    classes that nobody trained on.
ko: 첫 부분이 언제나 0, 1, 2, ...입니다. 전혀 섞지 않았습니다. 파일이 클래스별로 정렬되어 있다면 테스트에만 나오는
    클래스가 생깁니다.
"""

import torch
from torch.utils.data import IterableDataset, get_worker_info


def split_indices(n, frac, seed):
    order = list(range(n))
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
