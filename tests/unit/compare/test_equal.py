import math

import numpy as np
import pytest

from torchgrade.graders.compare import DifferenceKind, Tolerance, compare
from torchgrade.problems.values import Raised, TensorValue

NAN, INF = math.nan, math.inf


def tensor(values, dtype="float32", **facts):
    """Return a TensorValue; ``dtype`` is numpy's name of it."""
    held = np.asarray(values, dtype=dtype)
    return TensorValue(dtype, held.shape, np.ascontiguousarray(held).tobytes(), **facts)


def english(expected, actual, tolerance=None, **more):
    difference = compare(expected, actual, tolerance, **more)
    assert difference is not None
    assert difference.message.ko
    return difference.message.en


@pytest.mark.parametrize(
    ("expected", "actual", "message"),
    [
        (3, 3.0, "The type is wrong: yours is float 3.0, expected is int. "
                 "The values are equal, but 3.0 is not the same type as 3."),
        (True, 1, "The type is wrong: yours is int 1, expected is bool. "
                  "The values are equal, but 1 is not the same type as True."),
        ((1,), [1], "The type is wrong: yours is list [1], expected is tuple. "
                     "Brackets make a list, parentheses a tuple."),
        ("a", None, "The type is wrong: yours is None, expected is str. Is a `return` missing?"),
        (tensor(2.0), 2.0, "The type is wrong: yours is float 2.0, expected is tensor. "
                           "Give the tensor itself; `.item()`, `float()` or `int()` makes a Python number of it."),
        (2.0, tensor(2.0), "The type is wrong: yours is tensor tensor(2.), expected is float. "
                           "`.item()` makes a Python number of it."),
    ],
)  # fmt: skip
def test_types_are_exact(expected, actual, message):
    difference = compare(expected, actual)
    assert ("result", DifferenceKind.TYPE, message) == (difference.path, difference.kind, difference.message.en)


def test_a_gradient_that_is_missing_is_no_missing_return():
    difference = compare({"gradient": tensor([1.0])}, {"gradient": None})
    assert difference is not None and "No gradient arrives there" in difference.message.en
    assert "return" not in difference.message.en
    somewhere = compare([tensor([1.0])], [None])
    assert somewhere is not None and "none arrives" in somewhere.message.en


def test_the_path_leads_to_the_first_difference():
    difference = compare({"loss": 1.0, "grads": [1, (2, 3)]}, {"grads": [1, (2, 4)], "loss": 1.0})
    assert difference.path == 'result["grads"][1][1]'
    assert difference.message.en == 'result["grads"][1][1]: Yours is 4, expected is 3.'
    assert difference.message.ko == 'result["grads"][1][1]: 제출한 값: 4, 올바른 값: 3.'


def test_keys_in_a_path_cannot_break_out_of_their_quotes():
    assert compare({'a"\u202e': 1}, {'a"\u202e': 2}).path == 'result["a\\"\\u202e"]'


def test_lengths_and_keys_are_told_with_what_agrees():
    assert english([1, 2], [1, 2, 3]) == "The list has 3 items but should have 2. The first 2 agree."
    assert english((1, 2), (3,)) == "The tuple has 1 items but should have 2. The first difference is at result[0]."
    assert english({"a": 1}, {"b": 1, "c": 1}) == 'Missing keys: "a". Keys too many: "b", "c".'
    assert compare([], [1]).kind == DifferenceKind.LENGTH
    assert compare({}, {"a": 1}).kind == DifferenceKind.KEYS


def test_python_floats_are_equal_up_to_float32_noise_but_small_ones_differ():
    assert compare(1.0, 1.000001) is None
    assert compare(NAN, NAN) is None
    assert compare(0.0, -0.0) is None
    assert english(1e-6, 2e-6) == "Yours is 2e-06, expected is 1e-06. It is off by 1e-06 where 1e-08 is allowed."
    assert english(-INF, INF) == "Yours is inf, expected is -inf."
    assert (
        english(1.0, 1.5, Tolerance(exact=True))
        == "Yours is 1.5, expected is 1.0. It is off by 0.5 where no error is allowed."
    )
    assert compare(1e308, -1e308, Tolerance(rtol=10.0)) is not None


def test_text_says_where_it_differs():
    assert english("abc", "abx") == "Yours is 'abx', expected is 'abc'. They differ from character 2 on."
    assert english("abc", "ab") == "Yours is 'ab', expected is 'abc'. They differ from character 2 on."
    assert english("a", "A") == "Yours is 'A', expected is 'a'. Only upper and lower case differ."
    assert english("a", "a\n") == "Yours is 'a\\n', expected is 'a'. Only spaces or line ends around it differ."
    assert compare("a", "b").kind == DifferenceKind.TEXT


class TestErrors:
    def test_a_subclass_of_the_expected_error_is_equal_and_its_message_does_not_count(self):
        assert compare(Raised("ValueError", "a"), Raised("Mine", "b", ("ValueError", "Exception"))) is None

    def test_errors_of_the_check_stand_for_each_other(self):
        either = Tolerance(raises=("RuntimeError", "IndexError"))
        assert compare(Raised("RuntimeError", ""), Raised("IndexError", ""), either) is None
        assert (
            english(Raised("RuntimeError", ""), Raised("KeyError", "'x'"), either)
            == "Your code raised `KeyError: 'x'`; it should raise RuntimeError / IndexError."
        )

    def test_the_errors_of_the_check_do_not_excuse_another_expected_error(self):
        difference = compare(Raised("TypeError", ""), Raised("ValueError", ""), Tolerance(raises=("ValueError",)))
        assert (
            difference.kind,
            difference.message.en,
        ) == (DifferenceKind.RAISED, "Your code raised `ValueError: `; it should raise TypeError.")

    def test_the_message_counts_where_asked(self):
        difference = compare(Raised("ValueError", "a"), Raised("ValueError", "b"), Tolerance(message=True))
        assert difference.kind == DifferenceKind.TEXT

    def test_an_error_on_one_side_only(self):
        assert english(Raised("ValueError", ""), 3) == "Your code should raise ValueError here, but it gave 3."
        assert english(3, Raised("KeyError", "\x1b[1m")) == "Your code raised `KeyError: \\x1b[1m`; expected is 3."


class TestTensors:
    def test_the_worst_element_is_relative_to_what_is_allowed(self):
        message = english(tensor([[1.0, 1000.0], [2.0, 3.0]]), tensor([[1.0, 1000.1], [2.05, 3.0]]))
        assert (
            message == "2 of 4 values (50 %) are wrong; the worst is at [1, 0]: yours is 2.05, expected is 2.0, "
            "off by 0.05 where 3e-05 is allowed."
        )

    def test_a_scalar_has_no_index(self):
        message = "The value is wrong: yours is 3.0, expected is 2.0, off by 1 where 3e-05 is allowed."
        assert message == english(tensor(2.0), tensor(3.0))

    def test_the_korean_message_says_the_same(self):
        message = compare(tensor([1.0, 2.0]), tensor([1.0, 5.0])).message.ko
        assert (
            message == "값 2개 중 1개(50 %)가 틀렸습니다. 가장 크게 틀린 곳은 [1]입니다: 제출한 값 5.0, 올바른 값 2.0, "
            "오차 3(허용 오차 3e-05)."
        )

    def test_nothing_is_broadcast(self):
        difference = compare(tensor([[1.0], [1.0]]), tensor([1.0, 1.0]))
        assert difference.kind == DifferenceKind.SHAPE
        assert difference.message.en.startswith("The shape is (2,) but should be (2, 1).")

    def test_everything_that_differs_is_named(self):
        actual = TensorValue("float64", (2,), np.array([1.0, 3.0]).tobytes(), device="cuda", requires_grad=True)
        difference = compare(tensor([1.0, 2.0]), actual, Tolerance(check_requires_grad=True))
        assert difference.kind == DifferenceKind.DTYPE
        assert (
            difference.message.en == "The dtype is float64 but should be float32. The device is cuda but should be "
            "cpu. The requires_grad is True but should be False. 1 of 2 values (50 %) are wrong; the worst is at [1]: "
            "yours is 3.0, expected is 2.0, off by 1 where 3e-05 is allowed."
        )

    def test_a_wrong_dtype_alone_is_told_as_such(self):
        message = "The dtype is float32 but should be int64. The values agree."
        assert message == english(tensor([1, 2], "int64"), tensor([1, 2]))

    def test_device_and_requires_grad_count_only_where_asked(self):
        actual = tensor([1.0], device="cuda", requires_grad=True)
        assert compare(tensor([1.0]), actual, Tolerance(check_device=False)) is None
        assert compare(tensor([1.0]), actual).kind == DifferenceKind.DEVICE

    def test_a_meta_tensor_never_passes_for_one_with_values(self):
        empty = TensorValue("float32", (1,), b"", device="meta")
        assert compare(tensor([1.0]), empty, Tolerance(check_device=False)).kind == DifferenceKind.DEVICE
        assert compare(empty, empty) is None

    def test_nan_equals_nan_only_at_its_place_and_is_the_worst(self):
        assert compare(tensor([NAN, 1.0]), tensor([NAN, 1.0 + 1e-7])) is None
        message = english(tensor([NAN, 1.0, 1.0]), tensor([NAN, 90.0, NAN]))
        assert "the worst is at [2]: yours is nan, expected is 1.0." in message
        assert compare(tensor([NAN]), tensor([1.0])) is not None

    def test_infinities_need_their_signs_and_zero_has_none(self):
        assert compare(tensor([INF, -INF, 0.0]), tensor([INF, -INF, -0.0])) is None
        assert compare(tensor([INF]), tensor([-INF])) is not None
        assert compare(tensor([INF]), tensor([3e38]), Tolerance(rtol=1.0)) is not None

    def test_complex_parts_are_both_compared(self):
        right = tensor([1 + 2j, complex(INF, 1)], "complex64")
        assert compare(right, tensor([1 + 2.000001j, complex(INF, 1)], "complex64")) is None
        assert compare(right, tensor([1 + 3j, complex(INF, 1)], "complex64")) is not None
        assert compare(right, tensor([1 + 2j, complex(INF, 2)], "complex64")) is not None

    def test_big_ints_that_a_float_cannot_tell_apart_differ(self):
        message = english(tensor([1, 2**62], "int64"), tensor([1, 2**62 + 1], "int64"), Tolerance(rtol=1.0))
        assert message.endswith("yours is 4611686018427387905, expected is 4611686018427387904, off by 1.")

    def test_exact_floats_may_not_differ_at_all(self):
        actual = tensor([np.nextafter(np.float32(1), np.float32(2)), 5.0])
        assert compare(tensor([1.0, 5.0]), actual) is None
        message = english(tensor([1.0, 5.0]), actual, Tolerance(exact=True))
        assert "yours is 1.0000001, expected is 1.0, off by 1.19e-07 where no error is allowed." in message

    def test_a_huge_error_does_not_overflow_into_equality(self):
        assert compare(tensor([1e308], "float64"), tensor([-1e308], "float64"), Tolerance(rtol=10.0)) is not None

    def test_the_share_is_all_or_none_only_when_it_is(self):
        right = np.zeros(1000)
        one = right.copy()
        one[7] = 1
        assert "1 of 1000 values (under 1 %) are wrong; the worst is at [7]" in english(tensor(right), tensor(one))
        assert "999 of 1000 values (99 %)" in english(tensor(right), tensor(1 - one))

    def test_a_difference_in_a_later_part_of_a_big_tensor_is_found(self):
        right = np.zeros(600_000)
        wrong = right.copy()
        wrong[[10, 599_999]] = [1, 2]
        assert "2 of 600000 values (under 1 %) are wrong; the worst is at [599999]" in english(
            tensor(right), tensor(wrong)
        )
