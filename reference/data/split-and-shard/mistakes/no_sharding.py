"""
en: Every worker gives the whole range, so with four workers each number comes four times. Either nobody asked
    get_worker_info(), or it was asked in __init__: that runs in the main process, where it is None, and the workers'
    copies are made later. Ask in __iter__.
ko: 모든 워커가 전체를 내보냅니다. 워커가 넷이면 숫자마다 네 번씩 나옵니다. get_worker_info()를 부르지 않았거나
    __init__에서 부른 것입니다. __init__은 메인 프로세스에서 실행되므로 거기서는 None이고, 워커의 복사본은 나중에
    만들어집니다. __iter__에서 부르세요.
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
        return iter(range(self.n))
