from itertools import islice

from torchgrade.problems.kit import check, example, st, torch


def batches_of(solution, lengths, batch_size, max_pad):
    """Return the batches as lists, and not much more of them than there may be."""
    batches = solution.bucket_batches(lengths, batch_size, max_pad)
    most = len(lengths) + 3
    return [list(islice(batch, most)) for batch in islice(batches, most)]


def are_batches(value):
    """Return whether evidence is a list of lists of ints."""
    if type(value) is not list or not all(type(batch) is list for batch in value):
        return False
    return all(type(item) is int for batch in value for item in batch)


STRANGE = ("a list of lists of Python ints was expected", "파이썬 int의 list의 list가 나와야 합니다")


def not_a_partition(case, batches):
    """Return which index is missing or doubled, or which batch has a wrong size, or None."""
    n, size = len(case["lengths"]), case["batch_size"]
    items = sorted(item for batch in batches for item in batch)
    if lost := sorted(set(range(n)) - set(items)):
        return f"the indices {lost[:8]} are in no batch", f"인덱스 {lost[:8]}이(가) 어느 배치에도 없습니다"
    if items != list(range(n)):
        return "some indices come twice or don't exist", "두 번 나왔거나 존재하지 않는 인덱스가 있습니다"
    if wrong := [batch for batch in batches if not 1 <= len(batch) <= size]:
        return f"the batch {wrong[0]} has {len(wrong[0])} indices; batch_size is {size}", (
            f"배치 {wrong[0]}의 인덱스는 {len(wrong[0])}개인데 batch_size는 {size}입니다"
        )
    return None


def too_spread(case, batches):
    """Return the batch whose lengths differ too much, or None."""
    lengths, most = case["lengths"], case["max_pad"]
    for batch in batches:
        for side, name in enumerate(("src", "tgt")):
            values = [lengths[i][side] for i in batch if 0 <= i < len(lengths)]
            if values and max(values) - min(values) > most:
                return (
                    f"the batch {batch} has {name} lengths {values}, and max_pad is {most}",
                    f"배치 {batch}의 {name} 길이는 {values}인데 max_pad는 {most}입니다",
                )
    return None


def too_many_short(case, batches):
    """Return how many batches are short if they are too many, or None."""
    width = case["max_pad"] + 1
    cells = {(src // width, tgt // width) for src, tgt in case["lengths"]}
    short = sum(len(batch) < case["batch_size"] for batch in batches)
    if short > len(cells):
        return f"{short} batches are short, and there are only {len(cells)} cells", (
            f"짧은 배치가 {short}개인데 칸은 {len(cells)}개뿐입니다"
        )
    return None


def judge_with(*rules):
    """Make a judge that applies the rules in order."""

    def judge(case, expected, actual):
        if not are_batches(actual):
            return STRANGE
        return next((wrong for rule in rules if (wrong := rule(case, actual))), None)

    return judge


PAIRS = st.tuples(st.integers(1, 12), st.integers(1, 12))


@example(lengths=[], batch_size=3, max_pad=1)
@example(lengths=[(3, 3), (9, 9), (3, 4), (9, 8), (2, 3)], batch_size=2, max_pad=1)
@check(
    lengths=st.lists(PAIRS, min_size=2, max_size=20),
    batch_size=st.integers(1, 5),
    max_pad=st.sampled_from((0, 1, 2, 5)),
)
def every_index_once(solution, lengths, batch_size, max_pad):
    """Every index is in one batch, once, and no batch is larger than batch_size."""
    return batches_of(solution, lengths, batch_size, max_pad)


@example(lengths=[(4, 4), (5, 4), (4, 5), (4, 4)], batch_size=4, max_pad=0)
@example(lengths=[(7, 1), (7, 9), (7, 5)], batch_size=3, max_pad=1)
@example(lengths=[(1, 7), (9, 7), (5, 7)], batch_size=3, max_pad=1)
@example(lengths=[(0, 100), (1, 0), (0, 1000), (10, 0)], batch_size=2, max_pad=0)
@check(
    lengths=st.lists(PAIRS, min_size=2, max_size=20),
    batch_size=st.integers(2, 6),
    max_pad=st.sampled_from((0, 1, 2, 3, 5)),
)
def spreads_stay_small(solution, lengths, batch_size, max_pad):
    """Within a batch neither the src nor the tgt lengths differ by more than max_pad, also when it is 0."""
    return batches_of(solution, lengths, batch_size, max_pad)


@example(lengths=[(2, 2)] * 9, batch_size=2, max_pad=0)
@example(lengths=[(2, 2)] * 600, batch_size=300, max_pad=0)  # `is` tells equal numbers apart only beyond 256
@example(lengths=[(0, 3), (2, 5), (1, 4), (0, 5)], batch_size=4, max_pad=2)
@check(
    lengths=st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)), min_size=8, max_size=40),
    batch_size=st.integers(2, 4),
    max_pad=st.sampled_from((0, 1, 3, 5, 8)),
)
def few_short_batches(solution, lengths, batch_size, max_pad):
    """At most as many batches are shorter than batch_size as there are cells with a pair in them."""
    return batches_of(solution, lengths, batch_size, max_pad)


@check(
    lengths=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=20, max_size=60),
    batch_size=st.integers(2, 8),
    max_pad=st.sampled_from((0, 4, 9, 15)),
)
def works_as_batch_sampler(solution, lengths, batch_size, max_pad):
    """It works as DataLoader's batch_sampler, and every condition holds for longer data, too."""
    batches = solution.bucket_batches(lengths, batch_size, max_pad)
    loader = torch.utils.data.DataLoader(list(range(len(lengths))), batch_sampler=batches, collate_fn=list)
    seen = [list(islice(batch, len(lengths) + 3)) for batch in islice(loader, len(lengths) + 3)]
    return [seen, len(batches)]


every_index_once.judge(judge_with(not_a_partition))
spreads_stay_small.judge(judge_with(too_spread))
few_short_batches.judge(judge_with(not_a_partition, too_many_short))


@works_as_batch_sampler.judge
def judge_loader(case, expected, actual):
    """Apply every rule to what the loader gave."""
    if type(actual) is not list or len(actual) != 2 or not are_batches(actual[0]) or actual[1] != len(actual[0]):
        return STRANGE
    return judge_with(not_a_partition, too_spread, too_many_short)(case, expected, actual[0])
