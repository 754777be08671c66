import random
from itertools import islice

from torchgrade.problems.kit import check, example, seeds, st, torch


def shares_of(solution, n, world, **options):
    """Return the share of every rank, as lists of ints."""
    return [[int(i) for i in islice(solution.shard_indices(n, world, rank, **options), 1000)] for rank in range(world)]


def described(shares):
    """Say about shares what holds for every order: which order it is, is the student's business."""
    together = [i for share in shares for i in share]
    return {
        "length of every share": [len(share) for share in shares],
        "indices in any share": sorted(set(together)),
        "indices that are there twice or more": len(together) - len(set(together)),
    }


SIZES = {"n": st.integers(1, 40), "world": st.integers(1, 7), "epoch": st.integers(0, 9), "seed": st.integers(0, 999)}


@example(n=10, world=3, epoch=0, seed=0)
@example(n=12, world=4, epoch=0, seed=0)
@example(n=2, world=5, epoch=0, seed=0)
@example(n=1, world=1, epoch=3, seed=5)
@check(**SIZES)
def every_rank_its_share(solution, n, world, epoch, seed):
    """All shares are ceil(n / world) long, and together they hold every index from 0 to n - 1."""
    defaults = shares_of(solution, n, world)
    return [described(defaults), described(shares_of(solution, n, world, epoch=epoch, seed=seed, drop_last=False))]


def described_dropped(shares, n):
    """With drop_last it is free which samples are left out, so only their number is said."""
    together = [i for share in shares for i in share]
    return {
        "length of every share": [len(share) for share in shares],
        "different indices": len(set(together)),
        "indices that are no sample": sorted({i for i in together if not 0 <= i < n}),
        "all indices, where none is left out": sorted(together) if n % len(shares) == 0 else None,
    }


@example(n=10, world=3, epoch=0, seed=0)
@example(n=12, world=4, epoch=1, seed=0)
@example(n=2, world=5, epoch=0, seed=0)
@check(**SIZES)
def drops_the_rest(solution, n, world, epoch, seed):
    """With drop_last all shares are n // world long and no index is there twice."""
    return described_dropped(shares_of(solution, n, world, epoch=epoch, seed=seed, drop_last=True), n)


@check(
    n=st.integers(60, 90),
    world=st.integers(2, 4),
    epochs=st.lists(st.integers(0, 30), min_size=2, max_size=2, unique=True),
    seed=st.integers(0, 999),
    drop_last=st.booleans(),
    noise=seeds(),
)
def another_order_every_epoch(solution, n, world, epochs, seed, drop_last, noise):
    """Another epoch or seed brings other samples to a rank; the same arguments always give the same share."""
    one, two = epochs

    def shares(epoch, seed):
        found = shares_of(solution, n, world, epoch=epoch, seed=seed, drop_last=drop_last)
        # In a small share of many samples, two shuffles agree less than once in 10**15.
        return found, [sorted(set(share)) for share in found]

    first, members = shares(one, seed)
    torch.manual_seed(noise)
    random.seed(noise)
    before, python_before = torch.get_rng_state(), random.getstate()
    again, _ = shares(one, seed)
    after, python_after = torch.get_rng_state(), random.getstate()
    other_epoch, epoch_members = shares(two, seed)
    other_seed, seed_members = shares(one, seed + 1)
    return {
        "lengths": [len(share) for share in first],
        "different indices": len({i for share in first for i in share}),
        "ranks whose share was the same again": sum(map(list.__eq__, first, again)),
        "ranks that met other samples in another epoch": sum(map(list.__ne__, members, epoch_members)),
        "ranks that met other samples with another seed": sum(map(list.__ne__, members, seed_members)),
        "ranks whose share is the same with the defaults written out": sum(
            map(list.__eq__, shares_of(solution, n, world), shares_of(solution, n, world, epoch=0, seed=0))
        ),
        "shares in increasing order": sum(share == sorted(share) for share in first + other_epoch + other_seed),
        "torch's random state unchanged": torch.equal(before, after),
        "Python's random state unchanged": python_before == python_after,
    }
