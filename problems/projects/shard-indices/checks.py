import builtins
import random
from itertools import islice

from torchgrade.problems.kit import check, example, seeds, st, torch


def shares_of(solution, n, world, types=None, **options):
    """Return the share of every rank, as lists of ints; add the names of the types that they had to the set types."""
    shares = [list(islice(solution.shard_indices(n, world, rank, **options), 1000)) for rank in range(world)]
    if types is not None:
        types.update(type(i).__name__ for share in shares for i in share)
    return [[int(i) for i in share] for share in shares]


class OfAnotherProcess:
    """While this is entered, hash() of a str gives what it gives in another process: something else."""

    def __enter__(self):
        self.real = builtins.hash
        builtins.hash = self.salted

    def __exit__(self, *_):
        builtins.hash = self.real

    def salted(self, thing):
        parts = thing if isinstance(thing, tuple) else (thing,)
        return self.real((thing, "salt") if any(isinstance(part, (str, bytes)) for part in parts) else thing)


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
    types = set()
    defaults = shares_of(solution, n, world, types)
    return [
        described(defaults),
        described(shares_of(solution, n, world, types, epoch=epoch, seed=seed, drop_last=False)),
        {"types of the indices": sorted(types)},
    ]


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
@example(n=7, world=4, epoch=0, seed=0)
@check(**SIZES)
def drops_the_rest(solution, n, world, epoch, seed):
    """With drop_last all shares are n // world long, no index is there twice, and other epochs drop other samples."""
    seen = described_dropped(shares_of(solution, n, world, epoch=epoch, seed=seed, drop_last=True), n)
    used = set()
    # An epoch drops fewer than half of the samples: that one sample is dropped in all 50 does not happen.
    for later in range(epoch, epoch + 50):
        used.update(i for share in shares_of(solution, n, world, epoch=later, seed=seed, drop_last=True) for i in share)
    return {**seen, "samples that were used in 50 epochs": sorted(used)}


@example(n=60, world=2, epochs=[3, 13], seed=0, drop_last=False, noise=1)
@example(n=60, world=4, epochs=[3, 10], seed=1, drop_last=True, noise=2)
@example(n=60, world=3, epochs=[0, 60], seed=1, drop_last=False, noise=3)
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
    import numpy as np

    one, two = epochs

    def shares(epoch, seed):
        found = shares_of(solution, n, world, epoch=epoch, seed=seed, drop_last=drop_last)
        # In a small share of many samples, two shuffles agree less than once in 10**15.
        return found, [sorted(set(share)) for share in found]

    first, members = shares(one, seed)
    torch.manual_seed(noise)
    random.seed(noise)
    np.random.seed(noise % 2**32)
    before, python_before, numpy_before = torch.get_rng_state(), random.getstate(), str(np.random.get_state())
    with OfAnotherProcess():
        again, _ = shares(one, seed)
    after, python_after, numpy_after = torch.get_rng_state(), random.getstate(), str(np.random.get_state())
    other_epoch, epoch_members = shares(two, seed)
    _, next_members = shares(one + 1, seed)
    other_seed, seed_members = shares(one, seed + 1)
    return {
        "lengths": [len(share) for share in first],
        "different indices": len({i for share in first for i in share}),
        "ranks whose share was the same again": sum(map(list.__eq__, first, again)),
        "ranks that met other samples in another epoch": sum(map(list.__ne__, members, epoch_members)),
        # A shuffle keeps about 1/world of them; of 30 samples from 60 it keeps 27 less than once in 10**9.
        "ranks that kept 9 of 10 samples in the next epoch": sum(
            len(set(share) & set(later)) >= 0.9 * len(share)
            for share, later in zip(members, next_members, strict=True)
        ),
        "ranks that met other samples with another seed": sum(map(list.__ne__, members, seed_members)),
        "ranks whose share is the same with the defaults written out": sum(
            map(list.__eq__, shares_of(solution, n, world), shares_of(solution, n, world, epoch=0, seed=0))
        ),
        "shares in increasing order": sum(share == sorted(share) for share in first + other_epoch + other_seed),
        "torch's random state unchanged": torch.equal(before, after),
        "Python's random state unchanged": python_before == python_after,
        "numpy's random state unchanged": numpy_before == numpy_after,
    }
