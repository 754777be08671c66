from itertools import islice, pairwise

from torchgrade.problems.kit import check, example, st, tolerance, torch

STRANGE = ("lists of Python ints were expected", "파이썬 int의 list가 나와야 합니다")


def parts_of(solution, n, frac, seed):
    """Return both parts, and not much more of them than there may be."""
    first, second = solution.split_indices(n, frac, seed)
    return [list(islice(first, n + 3)), list(islice(second, n + 3))]


def are_lists_of_ints(value, length):
    """Return whether evidence is a list of that many lists of ints."""
    if type(value) is not list or len(value) != length:
        return False
    return all(type(part) is list and all(type(item) is int for item in part) for part in value)


def not_a_partition(parts, n):
    """Return what keeps the parts from holding each of 0..n-1 once, or None."""
    items = sorted(item for part in parts for item in part)
    if items == list(range(n)):
        return None
    if lost := sorted(set(range(n)) - set(items)):
        return f"{lost[:8]} came out nowhere", f"{lost[:8]}이(가) 어디에도 나오지 않았습니다"
    return "some numbers came twice or are out of range", "두 번 나왔거나 범위를 벗어난 숫자가 있습니다"


@example(n=10, frac=0.75, seed=0)
@example(n=0, frac=0.5, seed=1)
@example(n=7, frac=1.0, seed=2)
@example(n=7, frac=0.0, seed=3)
@example(n=100, frac=0.29, seed=4)  # int(100 * 0.29) is 28
@check(n=st.integers(1, 40), frac=st.sampled_from((0.1, 0.25, 0.5, 0.7, 0.8, 0.9, 0.99, 1.0)), seed=st.integers(0, 999))
def split_is_a_partition(solution, n, frac, seed):
    """The first part has int(n * frac) indices and the second the rest: none is lost, none is in both."""
    return parts_of(solution, n, frac, seed)


@split_is_a_partition.judge
def judge_split(case, expected, actual):
    """Count both parts and look for each index."""
    n, size = case["n"], int(case["n"] * case["frac"])
    if not are_lists_of_ints(actual, 2):
        return STRANGE
    if len(actual[0]) != size:
        return f"the first part has {len(actual[0])} indices, not {size}", (
            f"첫 부분의 인덱스가 {size}개가 아니라 {len(actual[0])}개입니다"
        )
    return not_a_partition(actual, n)


def in_worker(stream, number, workers, n):
    """Return what one worker would give: get_worker_info() tells it who it is, without any process."""
    from torch.utils.data._utils import worker

    worker._worker_info = worker.WorkerInfo(id=number, num_workers=workers, seed=number, dataset=stream)
    try:
        return list(islice(iter(stream), n + 3))
    finally:
        worker._worker_info = None


@example(n=10, workers=4)
@example(n=3, workers=5)
@example(n=0, workers=2)
@check(n=st.integers(1, 40), workers=st.integers(1, 7))
def workers_share_the_stream(solution, n, workers):
    """All workers together give each of 0..n-1 once, and their shares differ by one at most."""
    stream = solution.ShardedStream(n)
    return [in_worker(stream, number, workers, n) for number in range(workers)]


@workers_share_the_stream.judge
def judge_shards(case, expected, actual):
    """Look for each number, and compare the sizes of the shares."""
    if not are_lists_of_ints(actual, case["workers"]):
        return STRANGE
    if wrong := not_a_partition(actual, case["n"]):
        return wrong
    sizes = [len(part) for part in actual]
    if max(sizes) - min(sizes) > 1:
        return f"the workers give {sizes} numbers each", f"워커별 개수가 고르지 않습니다: {sizes}"
    return None


def is_window(part, n):
    """Return whether the part holds consecutive indices only, where 0 follows n - 1."""
    return sum((i + 1) % n not in set(part) for i in part) <= 1


@example(n=30, frac=0.5, seed=1, other=1000, outside=0)
@check(
    n=st.integers(30, 60),
    frac=st.sampled_from((0.5, 0.6, 0.7)),
    seed=st.integers(0, 999),
    other=st.integers(1, 99),
    outside=st.integers(0, 2**31),
)
def split_is_decided_by_the_seed(solution, n, frac, seed, other, outside):
    """The split is shuffled, decided by the seed alone, and leaves the global random state as it is."""
    import random

    import numpy

    def shake(number):
        torch.manual_seed(number)
        random.seed(number)
        numpy.random.seed(number % 2**32)

    shake(outside + 1)
    again = parts_of(solution, n, frac, seed)
    stranger = parts_of(solution, n, frac, seed + other)
    shake(outside)
    parts = parts_of(solution, n, frac, seed)
    after = [torch.rand(2, dtype=torch.float64).tolist(), random.random(), float(numpy.random.random())]
    return [after, parts, again, stranger]


@split_is_decided_by_the_seed.judge
def judge_shuffling(case, expected, actual):
    """Compare the splits with each other; which ones they are is free."""
    if type(actual) is not list or len(actual) != 4 or not all(are_lists_of_ints(part, 2) for part in actual[1:]):
        return STRANGE
    after, parts, again, stranger = actual
    for split in (parts, again, stranger):
        if wrong := not_a_partition(split, case["n"]):
            return wrong
    if parts != again:
        return "the same seed gives another split", "같은 seed인데 다르게 나뉘었습니다"
    if set(parts[0]) == set(stranger[0]):
        return "another seed gives the same split", "seed가 다른데 똑같이 나뉘었습니다"
    for part in parts:
        # In a shuffled list hardly any neighbours follow each other, and about half of the steps go down.
        steps = [b - a for a, b in pairwise(part)]
        if sum(step in (1, -1) for step in steps) > len(steps) // 2 or all(step > 0 for step in steps):
            return "the indices are not shuffled", "인덱스가 섞여 있지 않습니다"
    if is_window(parts[0], case["n"]) and is_window(stranger[0], case["n"]):
        return "each part is a block of consecutive indices", "두 부분이 저마다 이어진 인덱스의 덩어리입니다"
    if type(after) is not list or after != expected[0]:
        return "the global random state has changed", "전역 난수 상태가 바뀌었습니다"
    return None


@example(n=0, batch_size=1, workers=2)
@example(n=1, batch_size=3, workers=1)
@tolerance(exact=True)
@check(n=st.integers(2, 30), batch_size=st.integers(1, 4), workers=st.integers(1, 4))
def stream_without_workers(solution, n, batch_size, workers):
    """Without workers the whole range comes in order, as often as asked, also through a DataLoader."""
    stream = solution.ShardedStream(n)
    solution.ShardedStream(n + 1)  # another stream is nothing to the first
    first = list(islice(iter(stream), n + 3))
    in_worker(stream, workers - 1, workers, n)
    loader = torch.utils.data.DataLoader(stream, batch_size=batch_size)
    return [first, list(islice(iter(stream), n + 3)), list(islice(loader, n + 3))]
