import torch
from torch.utils.data import IterableDataset, get_worker_info


def split_indices(n, frac, seed):
    """Shuffle 0 .. n-1 and cut: int(n * frac) indices, and the rest."""
    raise NotImplementedError("split_indices is not written yet / 아직 작성하지 않았습니다")


class ShardedStream(IterableDataset):
    """The numbers 0 .. n-1, shared among the workers."""

    def __init__(self, n):
        raise NotImplementedError("ShardedStream is not written yet / 아직 작성하지 않았습니다")

    def __iter__(self):
        # get_worker_info() is None, or knows id and num_workers.
        raise NotImplementedError("__iter__ is not written yet / 아직 작성하지 않았습니다")
