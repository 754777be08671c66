import random

import torch.utils.data as data


def split_indices(n, frac, seed):
    indices = list(range(n))
    random.Random(seed).shuffle(indices)
    k = int(n * frac)
    return indices[:k], indices[k:]


class ShardedStream(data.IterableDataset):
    def __init__(self, n):
        super().__init__()
        self.numbers = list(range(n))

    def __iter__(self):
        info = data.get_worker_info()
        worker, workers = (info.id, info.num_workers) if info else (0, 1)
        start = len(self.numbers) * worker // workers
        end = len(self.numbers) * (worker + 1) // workers
        yield from self.numbers[start:end]
