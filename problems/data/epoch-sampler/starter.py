import torch
from torch.utils.data import Sampler


class EpochSampler(Sampler):
    """The indices 0 .. n-1 in an order that seed and epoch decide."""

    def __init__(self, n, seed):
        raise NotImplementedError("EpochSampler is not written yet / 아직 작성하지 않았습니다")

    def set_epoch(self, e):
        raise NotImplementedError("set_epoch is not written yet / 아직 작성하지 않았습니다")

    def __iter__(self):
        # A generator of your own, seeded from seed and epoch; then a permutation.
        raise NotImplementedError("__iter__ is not written yet / 아직 작성하지 않았습니다")

    def __len__(self):
        raise NotImplementedError("__len__ is not written yet / 아직 작성하지 않았습니다")
