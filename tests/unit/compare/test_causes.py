"""Every cause is named where it explains the whole tensor, and not where one element speaks against it."""

import math

import numpy as np
import pytest

from torchgrade.graders.compare import Tolerance, compare, likely_causes
from torchgrade.problems.values import TensorValue


def tensor(values, dtype="float32", **facts):
    """Return a TensorValue; ``dtype`` is numpy's name of it."""
    held = np.asarray(values, dtype=dtype)
    return TensorValue(dtype, held.shape, np.ascontiguousarray(held).tobytes(), **facts)


RANDOM = np.random.default_rng(5)
X = RANDOM.normal(size=(3, 4))
POSITIVE = np.abs(X) + 0.3
CUBE = RANDOM.normal(size=(2, 3, 4))
SOFT = POSITIVE / POSITIVE.sum(axis=0)
DOUBLE = RANDOM.normal(size=(5,))
BOOLS = X > 0


def causes(expected, actual, dtype="float32", **more):
    return [cause.en for cause in likely_causes(tensor(expected, dtype), tensor(actual, dtype), **more)]


def as_bfloat16(values):
    return (np.asarray(values, "<f4").view("<u4") & np.uint32(0xFFFF0000)).view("<f4")


CASES = {
    "transposed": (X, X.T, "transposed: dimensions 0 and 1 are swapped"),
    "transposed square": (CUBE[0, :, :3], CUBE[0, :, :3].T, "dimensions 0 and 1 are swapped"),
    "permuted": (CUBE, CUBE.transpose(2, 0, 1), "in the order (2, 0, 1), as after `permute(2, 0, 1)`"),
    "flipped": (X, X[:, ::-1], "in reverse order along dimension 1"),
    "rolled": (X, np.roll(X, 1, 1), "shifted by 1 along dimension 1"),
    "rolled back": (X, np.roll(X, -1, 1), "shifted by -1 along dimension 1"),
    "row dropped": (X, X[1:], "item 0 along dimension 0 is missing"),
    "row added": (X[:, :-1], X, "item 3 along dimension 1 is one too many"),
    "reshaped": (X, X.reshape(4, 3), "in the right order, but reshaped to another shape"),
    "reshape for permute": (X, X.T.reshape(3, 4), "scrambled by `reshape` or `view` where dimensions should move"),
    "permute for reshape": (
        CUBE.reshape(4, 6), CUBE.reshape(2, 3, 4).reshape(6, 4).T, "dimensions moved where a plain `reshape` is asked"),
    "reordered": (DOUBLE, DOUBLE[[2, 0, 1, 4, 3]], "all there, but in another order"),
    "unit dim missing": (X[:, :1], X[:, 0], "a dimension of size 1 is missing"),
    "unit dim added": (X, X[None], "a dimension of size 1 too many"),
    "unit dim moved": (X[:, :1], X[:, 0][None], "the dimension of size 1 is in the wrong place"),
    "repeated": (X, np.stack([X, X]), "This is the expected result repeated"),
    "not repeated": (np.stack([X[0]] * 3), X[:1], "should be repeated to the full shape"),
    "sign": (X, -X, "Every value has the wrong sign."),
    "twice": (X, 2 * X, "Every value is twice the expected one."),
    "half": (X, X / 2, "Every value is half the expected one."),
    "mean for sum": (X, X / 3, "1/3 of the expected one, and 3 is a size here: is it a mean where a sum is asked?"),
    "sum for mean": (X, 12 * X, "12 times the expected one, and 12 is a size here: is it a sum where a mean"),
    "attention scale": (X, X * math.sqrt(3), "is a division by sqrt(3) missing?"),
    "scaled twice": (X, X / math.sqrt(12), "is there one division by sqrt(12) too many?"),
    "unbiased": (X, X * 4 / 3, "one divides by 4 and the other by 3; see `correction=`"),
    "some factor": (X, 0.71 * X, "Every value is 0.71 times the expected one"),
    "offset": (X, X + 1, "off by the same amount, +1"),
    "squared": (X, X**2, "squares of the expected ones: is a square root missing?"),
    "rooted": (POSITIVE, np.sqrt(POSITIVE), "square roots of the expected ones: is a square missing?"),
    "exp": (X, np.exp(X), "`exp` of the expected ones: is a `log` missing?"),
    "log": (POSITIVE, np.log(POSITIVE), "`log` of the expected ones: is an `exp` missing?"),
    "reciprocal": (POSITIVE, 1 / POSITIVE, "is a division the wrong way round?"),
    "abs": (X, np.abs(X), "without their signs"),
    "clamped": (X, np.maximum(X, 0), "negative ones became 0"),
    "wrong dim": (SOFT, POSITIVE / POSITIVE.sum(1, keepdims=True), "The sum is 1 along dimension 1 but should be 1"),
    "no dim": (SOFT, POSITIVE / POSITIVE.sum(), "The sum is 1 over the whole tensor but should be 1 along dimension 0"),
    "log softmax": (np.log(SOFT), np.log(POSITIVE / POSITIVE.sum(1, keepdims=True)), "The sum of exp is 1 along dim"),
    "floor": (5 * X, np.floor(5 * X), "rounded down: is it `//` where `/` is asked"),
    "trunc": (5 * X, np.trunc(5 * X), "without their fractions"),
    "round": (5 * X, np.round(5 * X), "rounded to whole numbers"),
    "float16": (X, X.astype("f2"), "up to the precision of float16"),
    "bfloat16": (X, as_bfloat16(X), "up to the precision of bfloat16"),
}  # fmt: skip
# A changed element makes these another cause or another size of the same one, not a wrong claim.
WITHOUT_NEAR_MISS = {"row added"}


@pytest.mark.parametrize("name", CASES)
def test_a_cause_is_named_where_it_explains_everything(name):
    expected, actual, message = CASES[name]
    assert any(message in cause for cause in causes(expected, actual)), causes(expected, actual)


@pytest.mark.parametrize("name", sorted(CASES.keys() - WITHOUT_NEAR_MISS))
def test_one_element_that_does_not_fit_silences_every_cause(name):
    expected, actual, _ = CASES[name]
    near = np.array(actual, dtype="float32")
    near.flat[near.size - 2] += 0.37
    assert causes(expected, near) == []


def test_an_added_row_among_changed_ones_is_not_named():
    changed = X.copy()
    changed[0, 0] += 1
    assert causes(X[:, :-1], changed) == []


def test_float64_done_in_float32_is_told():
    assert causes(DOUBLE, DOUBLE.astype("f4"), "float64") == [
        "Your values are right up to the precision of float32: a step on the way is done in it."
    ]
    assert causes(DOUBLE, DOUBLE + 1e-8 * np.arange(5), "float64") == []


def test_negated_bools_are_told():
    assert causes(BOOLS, ~BOOLS, "bool") == ["Every value is the opposite of the expected one."]
    almost = ~BOOLS
    almost[0, 0] ^= True
    assert causes(BOOLS, almost, "bool") == []


def test_a_conjugate_is_told():
    values = X + 1j * POSITIVE
    assert causes(values, values.conj(), "complex64") == ["Your values are the conjugates of the expected ones."]
    assert causes(values, values.conj() + 1j * np.eye(3, 4), "complex64") == []


def test_zeros_and_nan_are_told_only_when_all_are():
    assert causes(X, 0 * X)[0].startswith("All of your values are zero")
    assert causes(X, np.nan * X)[0].startswith("All of your values are NaN")
    assert causes(X, np.where(X > 1, 7.0, 0.0)) == []
    assert causes(X, np.where(X > 0, 7.0, np.nan)) == []


def test_an_unchanged_input_is_named_wherever_it_lies():
    other = RANDOM.normal(size=(3, 4))
    inputs = {"n": 3, "pair": [tensor(X), tensor(other)]}
    assert causes(X + other, other, inputs=inputs) == ["Your values are those of the input `pair[1]`, unchanged."]
    assert causes(X + other, other + np.eye(3, 4), inputs=inputs) == []


def test_what_two_or_three_numbers_show_by_chance_is_not_said():
    assert causes([0.0, 2.0], [0.0, 6.0], inputs={"x": tensor([1.0, 1.0, 1.0])}) == []
    assert causes([1.0, 2.0, 4.0], [4.0, 1.0, 2.0]) == ["The right values are all there, but in another order."]


def test_an_input_of_one_value_is_no_evidence():
    assert causes([1.0, 2.0, 4.0], [3.0, 3.0, 3.0], inputs={"x": tensor([3.0, 3.0, 3.0])}) == []


def test_sizes_of_the_inputs_explain_a_mean():
    summed = [3.0, 8.0, 1.0]
    inputs = {"x": tensor(np.zeros((3, 7)))}
    assert causes(summed, np.divide(summed, 7), inputs=inputs)[0].startswith("Every value is 1/7 of the expected one")
    assert causes(summed, np.divide(summed, 7))[0].startswith("Every value is 0.142857 times the expected one")


def test_a_cut_graph_is_told_only_where_it_is_checked():
    expected, actual = tensor(X, requires_grad=True), tensor(X)
    checked = Tolerance(check_requires_grad=True)
    assert likely_causes(expected, actual, tolerance=checked)[0].en.startswith("Your result is cut off from the graph")
    assert likely_causes(expected, actual) == ()
    assert likely_causes(actual, expected, tolerance=checked) == ()


def test_two_values_in_the_wrong_order_are_one_cause_not_three():
    assert causes([1.0, 5.0], [5.0, 1.0]) == ["This is exactly the expected tensor in reverse order along dimension 0."]


def test_causes_of_two_kinds_are_both_named():
    assert causes([-1.0, 0.0, 1.0], [1.0, 0.0, -1.0]) == [
        "This is exactly the expected tensor in reverse order along dimension 0.",
        "Every value has the wrong sign.",
    ]


def test_constant_tensors_have_no_order():
    assert causes(np.ones((2, 3)), np.ones((3, 2))) == []
    assert causes([1.0], [2.0]) == []


def test_one_hot_tensors_are_not_reordered():
    assert causes(np.eye(4)[[0, 1, 2]], np.eye(4)[[1, 0, 3]]) == []


def test_whole_numbers_are_compared_exactly():
    assert causes([3, 9, 30], [1, 3, 10], "int64") == [
        "Every value is 1/3 of the expected one, and 3 is a size here: is it a mean where a sum is asked?"
    ]
    assert causes([3, 9, 31], [1, 3, 10], "int64") == []
    assert causes([2**62, 2, 5], [2**62 + 1, 3, 6], "int64") == []


def test_nothing_is_searched_in_a_huge_tensor():
    huge = np.arange(200_001)
    assert causes(huge, -huge) == []
    assert causes(huge[1:], -huge[1:]) == ["Every value has the wrong sign."]


def test_a_comparison_ends_with_its_causes_in_both_languages():
    message = compare([tensor(X)], [tensor(X.T)]).message
    assert (
        message.en == "result[0]: The shape is (4, 3) but should be (3, 4). This is exactly the expected tensor "
        "transposed: dimensions 0 and 1 are swapped."
    )
    assert (
        message.ko == "result[0]: 제출한 shape: (4, 3), 올바른 shape: (3, 4). 올바른 텐서가 전치되어 있습니다. "
        "0번 차원과 1번 차원이 서로 바뀌었습니다."
    )
