import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    """The indices that process ``rank`` of ``world`` trains on in this epoch."""
    # 1. The same shuffled order in every process. What may it depend on?
    # 2. Make its length a multiple of world: repeat some, or drop some.
    # 3. Take the share of this rank.
    raise NotImplementedError("shard_indices is not written yet / 아직 작성하지 않았습니다")
