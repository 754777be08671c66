from torchgrade.problems.kit import attempt, check, example, st, torch

VALUES = (0, 0.0, False, "", [], {}, (), None, "tensor", "agreeable", 3)
MAPS = st.tuples(st.integers(-3, 3), st.integers(-5, 5))


def affine(factor, shift):
    return lambda x: x * factor + shift


class Agreeable:
    """An object that says of everything, None included, that they are equal."""

    __hash__ = None

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


def plain(value):
    """The value as evidence."""
    if type(value) in (list, tuple):
        return type(value)([plain(item) for item in value])
    return "agreeable" if type(value) is Agreeable else value


@example(programs=[(1, 3), (2, 0)], hooks=[("look", 0, 0), ("change", 10, 0)], x=1)
@example(programs=[(1, 3), (2, 0)], hooks=[("change", 2, 1), ("change", -1, 3)], x=1)
@example(programs=[], hooks=[("look", 0, 0), ("change", 10, 0)], x=5)
@check(
    programs=st.lists(MAPS, max_size=4),
    hooks=st.lists(st.tuples(st.sampled_from(("look", "change")), st.integers(-3, 3), st.integers(1, 9)), max_size=4),
    x=st.integers(-20, 20),
)
def runs_every_hook_after_every_program(solution, programs, hooks, x):
    """After every program every hook sees the value in turn, and what it returns replaces the value."""
    package = solution.Package([affine(*program) for program in programs])
    seen = []

    def make(number, kind, factor, shift):
        def hook(value):
            seen.append((number, value))
            return None if kind == "look" else value * factor + shift

        return hook

    for number, (kind, factor, shift) in enumerate(hooks):
        package.hooks.append(make(number, kind, factor, shift))
    given = [x]  # an object of which there are no copies: what a hook does to it shows everywhere
    same = solution.Package([lambda value: value for _ in programs])
    same.hooks.append(lambda value: value.append(len(value)))
    attempt(lambda: same(given).append(100))
    return {"result": package(x), "seen by the hooks": seen, "a list that went through a package": given}


@example(values=[0], blank=None, x=[1.5, 2.5], seed=7)
@example(values=[None, False], blank=None, x=[1.5, 2.5], seed=7)
@example(values=[[], "", 0.0], blank=None, x=[1.5, 2.5], seed=7)
@example(values=["tensor", {}, None], blank=None, x=[0.1, 2.3], seed=7)
@example(values=["agreeable"], blank=None, x=[1.5, 2.5], seed=7)
@example(values=[None, None], blank=0, x=[1.5, 2.5], seed=7)
@example(values=["tensor"], blank=None, x=[0.7, 1.3], seed=7)
@check(
    values=st.lists(st.sampled_from(VALUES), min_size=1, max_size=4),
    blank=st.sampled_from((None, None, 0, 1)),
    x=st.lists(st.integers(-9, 9).map(lambda n: n / 3), min_size=2, max_size=3),
    seed=st.integers(0, 1000),
)
def zero_is_a_value(solution, values, blank, x, seed):
    """Only a hook's None means "no change": 0, False, an empty list and tensors replace the value too."""

    # Each program wraps the value that it gets, except that one may leave None; the hook replaces what the n-th program
    # left by the n-th value.
    def program(n):
        return lambda value: None if n == blank else [seed + n, value]

    package = solution.Package([program(n) for n in range(len(values))])
    waiting = list(values)

    def hook(value):
        new = waiting.pop(0) if waiting else None
        if isinstance(new, str):
            return {"tensor": lambda: torch.tensor(x), "agreeable": Agreeable}.get(new, str)()  # or ""
        return new

    package.hooks.append(hook)
    after = []
    package.hooks.append(after.append)
    return {"result": plain(package(x)), "seen by a second hook": plain(after)}


@example(programs=[(1, 3), (2, 0)], hooks=[(3, 1), (2, 5)], removed=[0], x=1)
@check(
    programs=st.lists(st.tuples(st.integers(1, 3), st.integers(-5, 5)), min_size=1, max_size=3),
    hooks=st.lists(st.tuples(st.integers(2, 4), st.integers(1, 9)), min_size=1, max_size=4),
    removed=st.lists(st.integers(0, 3), min_size=1, max_size=3),
    x=st.integers(-20, 20),
)
def hooks_belong_to_one_package(solution, programs, hooks, removed, x):
    """Two packages have hooks of their own, and hooks may be added and removed between calls."""
    first = solution.Package([affine(*program) for program in programs])
    second = solution.Package([affine(*program) for program in programs[::-1]])
    results = [first(x), second(x)]
    functions = [affine(*hook) for hook in hooks]
    for hook in [*functions, functions[0]]:  # the first one twice
        first.hooks.append(hook)
        results += [first(x), second(x)]
    second.hooks.append(affine(5, -7))
    results += [first(x), second(x), first(x)]
    for position in removed:
        if first.hooks:
            first.hooks.pop(position % len(first.hooks))
        results += [first(x), second(x)]
    third = solution.Package([affine(*program) for program in programs])
    return {"results": results, "a new package": third(x), "hooks": [len(first.hooks), len(third.hooks)]}
