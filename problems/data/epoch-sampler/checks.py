from itertools import islice, pairwise

from torchgrade.problems.kit import check, example, st, torch


def order_of(sampler, n):
    """Return what one pass gives, and not much more than it may."""
    return list(islice(iter(sampler), 2 * n + 3))


def not_a_permutation(order, n):
    """Return what keeps ``order`` from being every index once, or None."""
    if type(order) is not list:
        return "one pass gave no list of indices", "한 번의 반복이 인덱스의 나열이 아닙니다"
    if any(type(item) is not int for item in order):
        return "the indices are not all of type int", "인덱스가 모두 int인 것은 아닙니다"
    if sorted(order) != list(range(n)):
        return (
            f"one pass must give each of 0..{n - 1} once, and it gave {order[:12]}",
            f"한 번의 반복에서 0..{n - 1}이 하나씩 나와야 하는데 {order[:12]}이(가) 나왔습니다",
        )
    return None


def is_list(value, length):
    """Return whether evidence is a list of that length."""
    return type(value) is list and len(value) == length


def is_turned(order, other):
    """Return whether ``other`` is ``order`` turned round as on a wheel."""
    at = other.index(order[0])
    return other[at:] + other[:at] == order


STRANGE = ("the sampler did not give lists of indices", "sampler가 인덱스의 나열을 주지 않았습니다")


@example(n=0, seed=1, epoch=0, batch_size=2)
@example(n=1, seed=1, epoch=3, batch_size=1)
@example(n=8, seed=2, epoch=2, batch_size=3)
@check(n=st.integers(2, 30), seed=st.integers(0, 9999), epoch=st.integers(0, 40), batch_size=st.integers(1, 5))
def covers_every_index(solution, n, seed, epoch, batch_size):
    """Each of 0..n-1 comes out once, as a Python int; len is n; a DataLoader takes it as its sampler."""
    sampler = solution.EpochSampler(n, seed)
    new = order_of(sampler, n)
    sampler.set_epoch(epoch)
    both = list(islice(zip(sampler, sampler, strict=False), 2 * n + 3))
    loader = torch.utils.data.DataLoader(list(range(n)), sampler=sampler, batch_size=batch_size)
    loaded = [int(i) for batch in islice(loader, 2 * n + 3) for i in batch]
    running = iter(sampler)
    begun = list(islice(running, 1))
    sampler.set_epoch(epoch + 1)
    later = order_of(sampler, n)
    begun += islice(running, 2 * n + 3)
    return [len(sampler), new, [a for a, _ in both], [b for _, b in both], loaded, later, begun]


@covers_every_index.judge
def judge_coverage(case, expected, actual):
    """Compare the lengths and look for each index."""
    n = case["n"]
    if not is_list(actual, 7):
        return STRANGE
    if type(actual[0]) is not int or actual[0] != n:
        return f"len(sampler) must be {n}", f"len(sampler)는 {n}이어야 합니다"
    *orders, begun = actual[1:]
    if wrong := next((wrong for order in orders if (wrong := not_a_permutation(order, n))), None):
        return wrong
    if not_a_permutation(begun, n):
        return "an iterator that was already running did not give each index once after set_epoch", (
            "이미 돌고 있던 반복자에서, set_epoch을 부른 뒤에 인덱스가 하나씩 나오지 않았습니다"
        )
    return None


@example(n=21, seed=1, other_seed=1, epoch=0, other_epoch=100)
@check(
    n=st.integers(20, 60),
    seed=st.integers(0, 9999),
    other_seed=st.integers(1, 50),
    epoch=st.integers(0, 30),
    other_epoch=st.integers(1, 9),
)
def order_is_decided_by_seed_and_epoch(solution, n, seed, other_seed, epoch, other_epoch):
    """Seed and epoch decide the order: another of either gives another one, and going back gives it back."""
    sampler = solution.EpochSampler(n, seed)
    start = order_of(sampler, n)
    sampler.set_epoch(epoch)
    here = order_of(sampler, n)
    both = list(islice(zip(sampler, sampler, strict=False), 2 * n + 3))
    again = [[a for a, _ in both], [b for _, b in both]]
    sampler.set_epoch(epoch + other_epoch)
    there = order_of(sampler, n)
    sampler.set_epoch(epoch)
    back = order_of(sampler, n)
    twin = solution.EpochSampler(n, seed)
    twin.set_epoch(0)
    zero = order_of(twin, n)
    stranger = solution.EpochSampler(n, seed + other_seed)
    stranger_start = order_of(stranger, n)
    stranger.set_epoch(epoch)
    elsewhere = order_of(stranger, n)
    stranger.set_epoch(epoch + 1)
    # What the others did is nothing to the first sampler.
    return [start, zero, stranger_start, here, *again, back, there, elsewhere, order_of(sampler, n)]


@order_is_decided_by_seed_and_epoch.judge
def judge_order(case, expected, actual):
    """Compare the orders with each other; which ones they are is free."""
    if not is_list(actual, 10):
        return STRANGE
    for order in actual:
        if wrong := not_a_permutation(order, case["n"]):
            return wrong
    start, zero, stranger_start, here, again, beside, back, there, stranger, end = actual
    epoch = case["epoch"]
    if here != again:
        return "two passes of one epoch differ", "같은 에폭인데 두 번의 반복이 서로 다릅니다"
    if again != beside:
        return "two iterators that run at the same time differ", "동시에 도는 두 반복자의 순서가 서로 다릅니다"
    if here != back:
        return f"back in epoch {epoch} the order is another one", f"에폭 {epoch}(으)로 돌아왔는데 순서가 다릅니다"
    if start != zero:
        return "a new sampler is not in epoch 0", "새 sampler의 순서가 에폭 0의 순서와 다릅니다"
    if here != end:
        return "another sampler has changed the order of this one", "다른 sampler 때문에 순서가 바뀌었습니다"
    if here == there:
        return "two epochs have the same order", "서로 다른 두 에폭의 순서가 같습니다"
    if is_turned(here, there):
        return "another epoch only rotates the order", "에폭이 다른데 순서를 회전하기만 했습니다"
    # (seed, epoch + 1) and (seed + 1, epoch) may well be the same order, as in DistributedSampler.
    if stranger == here or stranger_start == start:
        return "another seed gives the same order", "seed가 다른데 순서가 같습니다"
    return None


@check(n=st.integers(20, 60), seed=st.integers(0, 9999), epoch=st.integers(0, 40))
def really_shuffles(solution, n, seed, epoch):
    """The order is well shuffled: it is no rotation and no reversal."""
    sampler = solution.EpochSampler(n, seed)
    orders = []
    for e in (epoch, epoch + 1, epoch + 2):
        sampler.set_epoch(e)
        orders.append(order_of(sampler, n))
    return orders


@really_shuffles.judge
def judge_shuffling(case, expected, actual):
    """Count neighbours that stay neighbours: about two in a random order, nearly all in a rotation."""
    n = case["n"]
    if not is_list(actual, 3):
        return STRANGE
    for order in actual:
        if wrong := not_a_permutation(order, n):
            return wrong
        neighbours = sum((b - a) % n in (1, n - 1) for a, b in pairwise(order))
        if neighbours > n // 2:
            return "most neighbours are still neighbours", "이웃한 인덱스가 대부분 그대로 이웃해 있습니다"
        parity = [i % 2 for i in order]
        if sum(a != b for a, b in pairwise(parity)) < 2:
            return "the order follows a pattern", "순서에 규칙이 보입니다"
    first, *others = (set(order[: n // 2]) for order in actual)
    if actual[0] != actual[1] and all(half == first for half in others):
        return "the same indices are in the first half of every epoch", "에폭마다 앞쪽 절반에 같은 인덱스들이 나옵니다"
    return None


@check(n=st.integers(20, 40), seed=st.integers(0, 9999), epoch=st.integers(0, 40), outside=st.integers(0, 2**31))
def leaves_the_global_rng_alone(solution, n, seed, epoch, outside):
    """The global random state of torch, random and numpy is neither read nor changed."""
    import random

    import numpy

    def shake(number):
        torch.manual_seed(number)
        random.seed(number)
        numpy.random.seed(number % 2**32)

    shake(outside + 1)
    twin = solution.EpochSampler(n, seed)
    twin.set_epoch(epoch)
    other = order_of(twin, n)
    shake(outside)
    sampler = solution.EpochSampler(n, seed)
    sampler.set_epoch(epoch)
    order = order_of(sampler, n)
    after = [torch.rand(2, dtype=torch.float64).tolist(), random.random(), float(numpy.random.random())]
    return [after, order, other]


@leaves_the_global_rng_alone.judge
def judge_global_state(case, expected, actual):
    """Compare what the global generators give next, and the two orders."""
    if not is_list(actual, 3):
        return STRANGE
    for order in actual[1:]:
        if wrong := not_a_permutation(order, case["n"]):
            return wrong
    if actual[1] != actual[2]:
        return "the order depends on the global random state", "순서가 전역 난수 상태에 따라 달라집니다"
    if type(actual[0]) is not list or actual[0] != expected[0]:
        return "the global random state has changed", "전역 난수 상태가 바뀌었습니다"
    return None
