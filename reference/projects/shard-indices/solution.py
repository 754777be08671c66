import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    # A generator of our own, seeded alike in every process: rank must not come into it.
    generator = torch.Generator().manual_seed(seed + epoch)
    order = torch.randperm(n, generator=generator).tolist()
    share = n // world if drop_last else -(-n // world)
    while len(order) < share * world:
        order += order  # repeats real indices, as often as it takes
    return order[: share * world][rank::world]
