import pytest

from torchgrade.graders.compare import Tolerance
from torchgrade.graders.compare.tolerance import Bounds


@pytest.mark.parametrize(
    ("dtype", "bound"),
    [
        ("float16", 1e-3),
        ("bfloat16", 1.6e-2),
        ("float32", 1e-5),
        ("float64", 1e-9),
        ("complex64", 1e-5),
        ("complex128", 1e-9),
        ("int64", 0.0),
        ("bool", 0.0),
    ],
)
def test_the_default_follows_the_dtype(dtype, bound):
    assert Bounds(bound, bound) == Tolerance().bounds(dtype)


def test_a_given_bound_replaces_only_its_own_default():
    assert Bounds(1e-4, 1e-5) == Tolerance(rtol=1e-4).bounds("float32")
    assert Bounds(1e-5, 0.5) == Tolerance(atol=0.5).float_bounds()


def test_a_tolerance_never_loosens_whole_numbers():
    assert Bounds(0, 0) == Tolerance(rtol=1, atol=1).bounds("int32")


def test_exact_allows_nothing():
    assert Bounds(0, 0) == Tolerance(exact=True).bounds("float16") == Tolerance(exact=True).float_bounds()


def test_two_dtypes_get_what_the_less_precise_one_is_allowed():
    assert Bounds(1e-3, 1e-3) == Tolerance().bounds_between("float64", "float16")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"rtol": -1.0}, "rtol is -1.0; it must be a finite number that is not negative"),
        ({"atol": float("nan")}, "atol is nan; it must be a finite number that is not negative"),
        ({"atol": 0.1, "exact": True}, "exact=True leaves no room for atol=0.1; give one of them"),
        ({"raises": "ValueError"}, "raises is the text 'ValueError'; it must be a tuple of names, ('ValueError',)"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(settings, message):
    with pytest.raises(ValueError) as refused:
        Tolerance(**settings)
    assert message == str(refused.value)
