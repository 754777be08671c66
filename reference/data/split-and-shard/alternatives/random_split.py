import torch
from torch.utils.data import random_split


def split_indices(n, frac, seed):
    size = int(n * frac)
    generator = torch.Generator()
    generator.manual_seed(seed)
    first, second = random_split(range(n), [size, n - size], generator=generator)
    return list(first.indices), list(second.indices)


class ShardedStream(torch.utils.data.IterableDataset):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        info = torch.utils.data.get_worker_info()
        for i in range(self.n):
            if info is None or i % info.num_workers == info.id:
                yield i
