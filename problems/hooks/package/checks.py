from torchgrade.problems.kit import check, example, st, torch

MAPS = st.tuples(st.integers(-3, 3), st.integers(-5, 5))


def affine(factor, shift):
    return lambda x: x * factor + shift


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
    return {"result": package(x), "seen by the hooks": seen}


@example(values=[0], x=[1.5, 2.5], seed=7)
@example(values=[None, False], x=[1.5, 2.5], seed=7)
@example(values=[[], "", 0.0], x=[1.5, 2.5], seed=7)
@example(values=["tensor", {}, None], x=[0.1, 2.3], seed=7)
@example(values=["tensor"], x=[0.7, 1.3], seed=7)
@check(
    values=st.lists(st.sampled_from((0, 0.0, False, "", [], {}, (), None, "tensor", 3)), min_size=1, max_size=4),
    x=st.lists(st.integers(-9, 9).map(lambda n: n / 3), min_size=2, max_size=3),
    seed=st.integers(0, 1000),
)
def zero_is_a_value(solution, values, x, seed):
    """Only None means "no change": 0, False, an empty list and tensors replace the value too."""
    # Each program wraps the value that it gets; the hook replaces what the n-th program left by the n-th value.
    package = solution.Package([lambda value, n=n: [seed + n, value] for n in range(len(values))])
    waiting = list(values)

    def hook(value):
        new = waiting.pop(0) if waiting else None
        return torch.tensor(x) if isinstance(new, str) and new == "tensor" else new

    package.hooks.append(hook)
    after = []
    package.hooks.append(after.append)
    return {"result": package(x), "seen by a second hook": after}


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
    for hook in hooks:
        first.hooks.append(affine(*hook))
        results += [first(x), second(x)]
    second.hooks.append(affine(5, -7))
    results += [first(x), second(x), first(x)]
    for position in removed:
        if first.hooks:
            first.hooks.pop(position % len(first.hooks))
        results += [first(x), second(x)]
    third = solution.Package([affine(*program) for program in programs])
    return {"results": results, "a new package": third(x), "hooks": [len(first.hooks), len(third.hooks)]}
