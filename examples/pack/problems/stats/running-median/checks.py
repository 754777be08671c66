from torchgrade.problems.kit import attempt, check, example, st

NUMBERS = st.one_of(st.integers(-999, 999), st.sampled_from((0.5, -2.25, 1e6, -1e6, 7.0)))


@example(values=[5, 1, 100, 3], window=3)
@example(values=[2, 4, 9], window=2)
@example(values=[3, 1, 2, 2, 9, -4, 8], window=1)
@check(values=st.lists(NUMBERS, min_size=1, max_size=12), window=st.integers(1, 6))
def follows_the_window(solution, values, window):
    """Element i is the median of the last window values up to values[i], as a float."""
    return solution.running_median(values, window)


@example(values=[4, 8], window=9)
@check(values=st.lists(st.integers(-99, 99), min_size=1, max_size=6), window=st.integers(7, 20))
def starts_with_what_there_is(solution, values, window):
    """While there are fewer than window values, it is the median of those there are."""
    return solution.running_median(values, window)


@example(values=[], window=3)
@check(values=st.lists(NUMBERS, max_size=8), window=st.integers(1, 4))
def takes_any_iterable(solution, values, window):
    """An iterator that can be read once, a tuple and an empty input work as well."""
    return [solution.running_median(iter(values), window), solution.running_median(tuple(values), window)]


@example(values=[], window=0)
@example(values=[1, 2], window=-1)
@example(values=[6, 7, 9], window=1)
@check(values=st.lists(st.integers(-9, 9), max_size=4), window=st.integers(-3, 2))
def refuses_a_bad_window(solution, values, window):
    """A window below 1 raises ValueError, even when there are no values."""
    return attempt(solution.running_median, values, window)
