import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    g = torch.Generator()
    g.manual_seed(seed + 31337 * epoch)
    order = torch.randperm(n, generator=g)
    rest = n % world
    if rest and drop_last:
        order = order[:-rest]
    elif rest:
        order = torch.cat([order, order[-1:].expand(world - rest)])
    return order.view(-1, world)[:, rank].tolist()
