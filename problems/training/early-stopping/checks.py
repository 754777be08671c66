from torchgrade.problems.kit import check, example, st

NAN = float("nan")
# Quarters are exact in binary, so that ties and gains of exactly min_delta are exact too.
LOSSES = st.lists(st.integers(1, 16).map(lambda quarters: quarters / 4), min_size=4, max_size=14)
WITH_NAN = st.lists(
    st.integers(-10, 8).map(lambda quarters: NAN if quarters < -8 else quarters / 4), min_size=4, max_size=14
)


@example(values=[3.0, 2.0, 2.0, 2.0, 1.0], patience=2)
@example(values=[1.0, 4.0, 3.0, 2.0, 1.5, 1.25], patience=3)
@example(values=[2.0, 3.0, 3.0, 3.0, 1.0, 3.0, 3.0, 3.0, 3.0], patience=4)
@example(values=[1.0, 1.0 - 1e-9, 0.5], patience=1)
@check(values=LOSSES, patience=st.integers(1, 4))
def stops_a_loss(solution, values, patience):
    """Fed one loss after another, it says True from the patience-th epoch in a row without a new best on."""
    stop = solution.EarlyStopping(patience)
    return [stop(value) for value in values]


@example(values=[4.0, 3.75, 3.5, 3.25, 3.0, 2.75], patience=3, min_delta=0.5, mode="min")
@example(values=[4.0, 3.75, 3.25, 3.5, 2.5, 2.75], patience=2, min_delta=0.5, mode="min")
@example(values=[1.0, 1.25, 1.75, 2.25, 2.0, 3.0], patience=2, min_delta=0.5, mode="max")
@check(
    values=LOSSES,
    patience=st.integers(1, 4),
    min_delta=st.sampled_from((0, 0.25, 0.5, 1.0)),
    mode=st.sampled_from(("min", "max")),
)
def delta_and_mode(solution, values, patience, min_delta, mode):
    """Only a gain of more than min_delta over the best counts; with mode="max" larger is better."""
    stop = solution.EarlyStopping(patience=patience, min_delta=min_delta, mode=mode)
    return [stop(value) for value in values]


@example(values=[NAN, 1.0, NAN, 0.5, NAN, NAN, 0.25], other=[1.0], patience=2, min_delta=0, mode="min")
@example(values=[NAN, NAN, NAN, 1.0], other=[NAN, 2.0], patience=2, min_delta=0, mode="min")
@example(values=[NAN, 1.0, NAN, 1.5, NAN, NAN, 2.0], other=[1.0], patience=2, min_delta=0, mode="max")
@check(
    values=WITH_NAN,
    other=WITH_NAN,
    patience=st.integers(1, 4),
    min_delta=st.sampled_from((0, 0.25)),
    mode=st.sampled_from(("min", "max")),
)
def nan_and_two_at_once(solution, values, other, patience, min_delta, mode):
    """NaN is one epoch without improvement, negative values are fine, and two stoppers do not share anything."""
    first = solution.EarlyStopping(patience, min_delta, mode)
    second = solution.EarlyStopping(patience + 1, mode=mode)
    seen = []
    for number, value in enumerate(values):
        seen.append(first(value))
        if number < len(other):
            seen.append(second(other[number]))
    return seen
