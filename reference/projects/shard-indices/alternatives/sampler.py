from torch.utils.data.distributed import DistributedSampler


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    if drop_last and n < world:
        return []
    sampler = DistributedSampler(range(n), world, rank, shuffle=True, seed=seed * 100_000, drop_last=drop_last)
    sampler.set_epoch(epoch)
    return list(sampler)
