from math import inf, nan

from torchgrade.problems.kit import check, example, st, tolerance, torch


def make_batch(sequences, dtype, first=0):
    """Make samples: sequence i has the label first + 7 * i % 5, so that labels are neither sorted nor indices."""
    return [(torch.tensor(seq, dtype=getattr(torch, dtype)), first + 7 * i % 5) for i, seq in enumerate(sequences)]


@example(sequences=[[5, 6], [7], [8, 9, 3]], dtype="int64", first=0)
@example(sequences=[[2**53 + 1, 1], [2**24 + 1]], dtype="int64", first=-100)  # no float64 and no float32 holds them
@example(sequences=[[1], [2]], dtype="int64", first=2**40)
@tolerance(exact=True)
@check(
    sequences=st.lists(st.lists(st.integers(-9999, 9999), min_size=1, max_size=6), min_size=1, max_size=5),
    dtype=st.sampled_from(("int64", "int32", "float32")),
    first=st.sampled_from((0, -100, 2**40)),
)
def pads_on_the_right(solution, sequences, dtype, first):
    """Row i of x is sample i and then 0, as wide as the longest sample of this batch; y and lengths are int64."""
    x, y, lengths = solution.pad_collate(make_batch(sequences, dtype, first))
    return [x, y, lengths]


@example(sequences=[[0, 2], [3], [0]], dtype="int64", pad=-1)
@example(sequences=[[4], [0, 0, 1]], dtype="float32", pad=99)
@example(sequences=[[0.1, nan], [inf]], dtype="float64", pad=7)
@tolerance(exact=True)
@check(
    sequences=st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=5), min_size=2, max_size=5),
    dtype=st.sampled_from(("int64", "float32")),
    pad=st.sampled_from((-1, 99, 1, -100, 0, 7)),
)
def honours_the_pad_value(solution, sequences, dtype, pad):
    """The rest of a row is always pad, be it -1 or 99, also where the samples themselves hold 0."""
    x, y, lengths = solution.pad_collate(make_batch(sequences, dtype), pad=pad)
    return [x, y, lengths]


@example(sequences=[[], []], dtype="int64", pad=3)
@example(sequences=[[], [1]], dtype="float64", pad=-7)
@example(sequences=[[2, 0]], dtype="int32", pad=1)
@tolerance(exact=True)
@check(
    sequences=st.lists(st.lists(st.integers(-9, 9), max_size=3), min_size=1, max_size=4),
    dtype=st.sampled_from(("int64", "int32", "int16", "float32", "float64")),
    pad=st.integers(-9, 120),
)
def takes_empty_sequences(solution, sequences, dtype, pad):
    """Empty sequences, a batch of one and a batch of nothing but empty ones work, in the dtype of the samples."""
    x, y, lengths = solution.pad_collate(make_batch(sequences, dtype), pad)
    return [x, y, lengths]


@tolerance(exact=True)
@check(
    sequences=st.lists(st.lists(st.integers(1, 9), max_size=6), min_size=1, max_size=7),
    batch_size=st.integers(1, 4),
    pad=st.sampled_from((0, -1, 50)),
)
def works_in_a_dataloader(solution, sequences, batch_size, pad):
    """It works as DataLoader's collate_fn, every batch has its own width, and list and samples stay as they were."""
    from functools import partial
    from itertools import islice

    samples = make_batch(sequences, "int64")
    collate = partial(solution.pad_collate, pad=pad)
    loader = torch.utils.data.DataLoader(samples, batch_size=batch_size, collate_fn=collate)
    batches = [list(batch) for batch in islice(loader, len(samples))]
    collate(samples)
    return [batches, [sequence for sequence, _ in samples], [label for _, label in samples]]
