import numpy as np
import pytest

from torchgrade.graders.compare.arrays import array, widened
from torchgrade.problems.values import TensorValue


def test_the_bytes_are_not_copied_and_cannot_be_written():
    data = np.arange(6, dtype="float32").tobytes()
    values = array(TensorValue("float32", (2, 3), data))
    assert values.tolist() == [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]
    assert np.shares_memory(values, np.frombuffer(data, "u1"))
    assert not values.flags.writeable


def test_bfloat16_becomes_float32_with_the_same_values():
    # 1.0, -2.0, infinity and NaN are 0x3F80, 0xC000, 0x7F80 and 0x7FC0.
    values = array(TensorValue("bfloat16", (4,), bytes.fromhex("803f 00c0 807f c07f")))
    assert values.dtype == "float32"
    np.testing.assert_array_equal([1.0, -2.0, np.inf, np.nan], values)
    assert not values.flags.writeable


def test_a_bool_byte_that_is_neither_0_nor_1_is_true():
    assert array(TensorValue("bool", (3,), b"\x02\x00\x01")).tolist() == [True, False, True]


def test_a_scalar_and_an_empty_tensor_keep_their_shapes():
    assert array(TensorValue("int64", (), bytes(8))).shape == ()
    assert array(TensorValue("complex64", (0, 3), b"")).shape == (0, 3)


def test_bytes_that_do_not_fill_the_shape_are_refused():
    with pytest.raises(ValueError, match=r"^5 bytes do not fill a float32 tensor of shape \(2,\)$"):
        array(TensorValue("float32", (2,), bytes(5)))


def test_a_meta_tensor_has_no_values():
    with pytest.raises(ValueError, match=r"^a tensor on the meta device holds no values$"):
        array(TensorValue("float32", (2,), b"", device="meta"))


@pytest.mark.parametrize(
    ("first", "second", "wide"),
    [
        ("?", "?", "bool"),
        ("?", "u1", "int64"),
        ("i4", "i8", "int64"),
        ("i4", "f4", "float64"),
        ("f2", "c8", "complex128"),
    ],
)
def test_two_dtypes_are_widened_to_one_that_holds_both(first, second, wide):
    assert [wide, wide] == [each.dtype.name for each in widened(np.zeros(1, first), np.zeros(1, second))]
