from torchgrade.problems.kit import check, example, st


def observe(solution, scores, *args, **kwargs):
    """Search over configs 0, 1, ... with scores(number, r), and return who was evaluated with what, and who won."""
    twins = kwargs.pop("twins", 1)  # how many configs in a row are equal
    numbers = [number // twins for number in range(kwargs.pop("count"))]
    configs = [{"name": f"config {number}", "lr": [0.1 * number]} for number in numbers]
    given = list(configs)
    calls = []

    def evaluate(config, r):
        if len(calls) > 400:
            raise RuntimeError("evaluate was called more than 400 times")
        number = next((n for n, one in enumerate(given) if one is config), None)
        if number is None:
            calls.append((r, "a copy, not the object from configs"))
            return scores(next((n for n, one in enumerate(given) if one == config), -1), r)
        calls.append((r, number))
        return scores(number, r)

    best = solution.successive_halving(configs, evaluate, *args, **kwargs)
    rounds = {}
    for resource, number in calls:
        rounds.setdefault(str(float(resource)), []).append(number)
    return {
        # Whoever looks at the last one again does no harm.
        "evaluated, by resource": {r: sorted(who, key=in_order) for r, who in rounds.items() if len(who) > 1},
        "number of the winner": next((n for n, one in enumerate(given) if one is best), f"a {type(best).__name__}"),
        "configs afterwards": [next((n for n, one in enumerate(given) if one is left), -1) for left in configs],
    }


def in_order(number):
    return isinstance(number, str), number


TABLES = st.sampled_from(((8, 2), (9, 3), (4, 2), (16, 2), (16, 4), (27, 3), (5, 5)))
MODES = st.sampled_from(("min", "max"))


@st.composite
def searches(draw):
    """Draw a full table with distinct qualities, one for each config."""
    count, eta = draw(TABLES)
    return {"eta": eta, "quality": list(draw(st.permutations(range(count))))}


@example(search={"eta": 2, "quality": [5, 2, 7, 1, 6, 3, 8, 4]}, r=1, mode="min")
@example(search={"eta": 3, "quality": [5, 2, 7, 1, 6, 3, 8, 4, 9]}, r=2, mode="max")
@check(search=searches(), r=st.integers(1, 5), mode=MODES)
def follows_the_halving_table(solution, search, r, mode):
    """Each round evaluates the survivors, and only those, and the best 1/eta go on with eta times the resource."""
    quality = search["quality"]
    return observe(
        solution,
        lambda number, r: quality[number] + 1 / r,
        count=len(quality),
        r=r,
        eta=search["eta"],
        mode=mode,
    )


@example(quality=[3, 1, 2, 4], reverse=False, unit=1)
@example(quality=[3, 1, 2, 4], reverse=True, unit=1)
@example(quality=[3, 1, 2, 4], reverse=True, unit=1e-6)
@check(
    quality=st.sampled_from((4, 8)).flatmap(lambda n: st.permutations(range(n))),
    reverse=st.booleans(),
    unit=st.sampled_from((1, 1e-6)),
)
def finds_the_best(solution, quality, reverse, unit):
    """The config with the lowest score ('min', the default) or the highest ('max') is returned, the very object."""
    scores = [round(number * 0.37 - 1, 3) * unit for number in quality]
    mode = {"mode": "max"} if reverse else {}
    return observe(solution, lambda number, r: scores[number] * r, count=len(scores), **mode)


@st.composite
def races(draw):
    """Draw scores that are new in every round."""
    count, eta = draw(st.sampled_from(((8, 2), (9, 3), (4, 2))))
    table = [list(draw(st.permutations(range(count)))) for _ in range(4)]
    return {"eta": eta, "table": table}


@check(race=races(), r=st.integers(1, 3), mode=MODES)
def early_leaders_may_lose(solution, race, r, mode):
    """Each round is decided by its own scores, also where they turn the order of the round before round."""
    table, eta = race["table"], race["eta"]

    def scores(number, resource):
        level = next((n for n in range(4) if resource == r * eta**n), 3)
        return table[level][number] / 4 - 1

    return observe(solution, scores, r, eta, mode, count=len(table[0]))


@example(quality=[1], equal=0, eta=2, mode="min", twins=1)
@example(quality=[2, 1], equal=0, eta=3, mode="min", twins=1)
@example(quality=[1, 3, 2, 4, 6, 5, 7], equal=3, eta=2, mode="min", twins=1)
@example(quality=[2, 4, 1, 6, 3, 7, 5], equal=0, eta=3, mode="max", twins=1)
@example(quality=[1, 2, 3, 6, 5, 4], equal=0, eta=2, mode="min", twins=2)
@example(quality=[5, 11, 3, 1, 8, 2, 10, 4, 9, 7, 6], equal=9, eta=2, mode="min", twins=1)
@check(
    quality=st.integers(1, 11).flatmap(lambda n: st.permutations(range(1, n + 1))),
    equal=st.integers(0, 9),
    eta=st.integers(2, 4),
    mode=MODES,
    twins=st.integers(1, 2),
)
def any_number_of_configs(solution, quality, equal, eta, mode, twins):
    """The rounds fit also if eta does not divide the number of configs, or if scores or configs are equal."""
    sign = 1 if mode == "min" else -1
    # The best one has a score of its own. Who of the others goes on at a tie is free, how many go on is not.
    worst = max(2, len(quality) - equal)
    order = []

    def scores(number, r):
        order.append([number, r])
        return sign * (min(quality[number], worst) * r)

    def search():
        order.clear()
        seen = observe(solution, scores, count=len(quality), r=1, eta=eta, mode=mode, twins=twins)
        return seen, list(order)

    seen, calls = search()
    return {
        "evaluations, by resource": {r: len(who) for r, who in seen.pop("evaluated, by resource").items()},
        **seen,
        "a second search makes the same calls": search()[1] == calls,
    }
