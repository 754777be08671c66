from torchgrade.problems.kit import (
    attempt,
    check,
    example,
    index,
    raised,
    raises,
    st,
    tensor,
    tensors,
    tolerance,
    torch,
)


@example(xs=tensor([[1.5, 2.5], [3.5, 4.5]]), ys=tensor([7, 8]), order=[1, 0, 1], as_lists=True)
@tolerance(exact=True)
@check(
    xs=tensors("n d", dtype=("float32", "float64", "int64"), n=(1, 7), d=(1, 3)),
    ys=tensors("n", dtype=("int64", "float32")),
    order=st.lists(index("n"), min_size=1, max_size=8),
    as_lists=st.booleans(),
)
def gives_every_pair(solution, xs, ys, order, as_lists):
    """len(d) is the number of pairs, and d[i] is the tuple (xs[i], ys[i]) whenever and however often it is read."""
    # Two datasets, and the second is nothing to the first.
    d, _ = (
        solution.PairDataset(x.tolist(), y.tolist()) if as_lists else solution.PairDataset(x, y)
        for x, y in ((xs, ys), (xs.flip(0), ys.flip(0)))
    )
    return [len(d), [d[i] for i in order], [d[i] for i in range(len(xs))], len(d)]


@example(xs=[1, 2, 3], ys=[7], same=False, as_tensors="")
@example(xs=[4], ys=[5, 6], same=False, as_tensors="")
@example(xs=[1, 2], ys=[3], same=False, as_tensors="x")
@example(xs=[1, 2], ys=[3], same=False, as_tensors="xy")
@example(xs=[1, 2], ys=[], same=True, as_tensors="")
@example(xs=[0] * 300, ys=[], same=True, as_tensors="")  # `is` tells equal numbers apart only beyond 256
@raises(ValueError)
@check(
    xs=st.lists(st.integers(-9, 9), max_size=5),
    ys=st.lists(st.integers(-9, 9), max_size=5),
    same=st.booleans(),
    as_tensors=st.sampled_from(("", "x", "y", "xy")),
)
def refuses_different_lengths(solution, xs, ys, same, as_tensors):
    """Different lengths raise ValueError when the dataset is made; equal lengths, also 0, do not."""
    ys = [-x for x in xs] if same else ys
    xs = torch.tensor(xs, dtype=torch.int64) if "x" in as_tensors else xs
    ys = torch.tensor(ys, dtype=torch.int64) if "y" in as_tensors else ys
    try:
        d = solution.PairDataset(xs, ys)
    except Exception as error:  # noqa: BLE001 - whatever it raises is the evidence
        return raised(error)
    return [len(d), *(d[i] for i in range(min(len(xs), len(ys))))]


@tolerance(exact=True, raises=("IndexError",))
@check(
    xs=tensors("n d", n=(0, 5), d=(1, 3)),
    ys=tensors("n", dtype="int64"),
    back=st.integers(1, 7),
    beyond=st.integers(0, 3),
    as_lists=st.booleans(),
)
def ends_like_a_sequence(solution, xs, ys, back, beyond, as_lists):
    """d[-1] is the last pair, an index out of range raises IndexError, and iterating ends after n pairs."""
    from itertools import islice

    n = len(xs)
    d = solution.PairDataset(xs.tolist(), ys.tolist()) if as_lists else solution.PairDataset(xs, ys)
    pairs = attempt(lambda: [list(pair) for pair in islice(iter(d), n + 3)])
    return [pairs, attempt(lambda: d[-back]), attempt(lambda: d[n + beyond])]


@tolerance(exact=True)
@check(
    xs=tensors("n d", dtype=("float32", "int64"), n=(1, 7), d=(1, 3)),
    ys=tensors("n", dtype="int64"),
    batch_size=st.integers(1, 4),
)
def works_with_torch(solution, xs, ys, batch_size):
    """A DataLoader batches it, and d + d is one dataset of twice the length."""
    from itertools import islice

    d = solution.PairDataset(xs, ys)
    loader = torch.utils.data.DataLoader(d + d, batch_size=batch_size)
    return [list(batch) for batch in islice(loader, 2 * len(xs) + 1)]
