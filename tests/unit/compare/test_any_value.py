"""Promises that hold for every value that can cross the wall."""

import math
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from torchgrade.graders.compare import Tolerance, compare, likely_causes, show, show_case
from torchgrade.problems.values import DEVICES, DTYPE_BYTES, DTYPES, LAYOUTS, Raised, TensorValue


@st.composite
def tensors(draw):
    """Draw a tensor of any dtype and of any bytes, so NaN, infinities and odd bools are among them."""
    dtype = draw(st.sampled_from(DTYPES))
    device = draw(st.sampled_from([*DEVICES, "cpu", "cpu"]))
    shape = tuple(draw(st.lists(st.integers(0, 4), max_size=4)))
    size = int(np.prod(shape)) * DTYPE_BYTES[dtype] if device != "meta" else 0
    # Repeating a few bytes gives equal and simple elements too.
    data = (draw(st.binary(min_size=1, max_size=24)) * (size + 1))[:size]
    return TensorValue(
        dtype,
        shape,
        data,
        device=device,
        requires_grad=draw(st.booleans()),
        layout=draw(st.sampled_from(LAYOUTS)),
    )


texts = st.text(st.characters(), max_size=12)
MARK = "longer than any text that is drawn"
leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.integers(),
    st.floats(),
    texts,
    tensors(),
    st.builds(Raised, texts, texts, st.lists(texts, max_size=2).map(tuple)),
)
values = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(texts, inner, max_size=3),
    ),
    max_leaves=6,
)

many = settings(deadline=None, max_examples=200)
tolerances = st.sampled_from(
    [Tolerance(), Tolerance(exact=True), Tolerance(check_requires_grad=True, check_device=False, message=True)]
)


@many
@given(values, tolerances)
def test_every_value_equals_itself(value, tolerance):
    assert compare(value, value, tolerance) is None


@many
@given(values, values, tolerances)
def test_any_two_values_compare_without_an_error(expected, actual, tolerance):
    difference = compare(expected, actual, tolerance, inputs={"x": actual, "y": [expected]})
    if difference is not None:
        assert difference.message.en and difference.message.ko
        assert all(char.isprintable() or char == "\n" for char in difference.message.en + difference.message.ko)


@many
@given(values, st.integers(0, 5), st.data())
def test_a_changed_value_differs_both_ways(value, choice, data):
    changed = [
        [value],
        (value,),
        {"k": value},
        [value, MARK],
        [MARK, value],
        {"k": value, "l": MARK},
    ]
    other = data.draw(st.sampled_from([entry for at, entry in enumerate(changed) if at != choice]))
    assert compare(changed[choice], other) is not None
    assert compare(other, changed[choice]) is not None


@st.composite
def perturbed_pairs(draw):
    """Draw a tensor and another one like it, with some bytes, the dtype or the order of the shape changed."""
    first = draw(tensors())
    data = bytearray(first.data)
    for at in draw(st.lists(st.integers(0, max(0, len(data) - 1)), max_size=3)) if data else []:
        data[at] = draw(st.integers(0, 255))
    same_width = [dtype for dtype in DTYPES if DTYPE_BYTES[dtype] == DTYPE_BYTES[first.dtype]]
    dtype = draw(st.sampled_from([first.dtype, *same_width]))
    shape = tuple(draw(st.permutations(first.shape)))
    return first, replace(first, data=bytes(data), dtype=dtype, shape=shape)


@many
@given(perturbed_pairs())
def test_exact_differences_of_perturbed_tensors_are_symmetric(pair):
    first, second = pair
    exact = Tolerance(exact=True)
    assert (compare(first, second, exact) is None) == (compare(second, first, exact) is None)


@many
@given(perturbed_pairs(), tolerances)
def test_causes_are_at_most_two(pair, tolerance):
    first, second = pair
    assert len(likely_causes(first, second, tolerance=tolerance, inputs={"x": second})) <= 2
    assert likely_causes(first, first) == ()


@many
@given(values, st.integers(1, 700))
def test_what_is_shown_is_printable_and_cut(value, max_chars):
    text = show(value, max_chars=max_chars)
    assert all(char.isprintable() or char == "\n" for char in text)
    assert len(text) <= max_chars + len("… (100000 characters more)")


@many
@given(st.dictionaries(texts, values, max_size=3))
def test_a_case_is_printable(case):
    assert all(char.isprintable() or char == "\n" for char in show_case(case))


def test_nan_equals_itself_in_every_container():
    assert compare({"a": [math.nan, (math.nan,)]}, {"a": [math.nan, (math.nan,)]}) is None
