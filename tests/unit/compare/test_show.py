"""What is shown of a value. The expected texts of tensors are those of torch 2.13's own repr."""

import numpy as np
import pytest

from torchgrade.graders.compare import show, show_both, show_case
from torchgrade.graders.compare.show import plain
from torchgrade.problems.values import Raised, TensorValue


def tensor(values, dtype="float32", **facts):
    """Return a TensorValue; ``dtype`` is numpy's name of it."""
    held = np.asarray(values, dtype=dtype)
    return TensorValue(dtype, held.shape, np.ascontiguousarray(held).tobytes(), **facts)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (tensor([[1, 2], [3, 4]]), "tensor([[1., 2.],\n        [3., 4.]])"),
        (tensor([[[1, 2]], [[3, 4]]], "int64"), "tensor([[[1, 2]],\n\n        [[3, 4]]])"),
        (tensor([0.1, -2.5]), "tensor([ 0.1000, -2.5000])"),
        (tensor([1e-6, 1.0]), "tensor([1.0000e-06, 1.0000e+00])"),
        (tensor([np.nan, np.inf, 0.0]), "tensor([nan, inf, 0.])"),
        (tensor(2.0), "tensor(2.)"),
        (tensor([True, False], "bool"), "tensor([ True, False])"),
        (tensor([1.0], "float64"), "tensor([1.], dtype=torch.float64)"),
        (tensor([1 - 2j], "complex64"), "tensor([1.-2.j])"),
        (TensorValue("bfloat16", (1,), b"\x80\x3f"), "tensor([1.], dtype=torch.bfloat16)"),
        (tensor([1.0], requires_grad=True), "tensor([1.], requires_grad=True)"),
        (tensor([1.0], device="cuda"), "tensor([1.], device='cuda')"),
        (tensor([]), "tensor([])"),
        (tensor(np.zeros((2, 0)), "int64"), "tensor([], size=(2, 0), dtype=torch.int64)"),
        (TensorValue("float32", (2, 3), b"", device="meta"), "tensor(..., device='meta', size=(2, 3))"),
    ],
)
def test_a_tensor_looks_as_in_torch(value, text):
    assert text == show(value)


def test_a_big_tensor_shows_its_edges_and_its_size():
    text = show(tensor(np.arange(100).reshape(10, 10), "int64"))
    assert text.startswith("tensor([[ 0,  1,  2, ...,  7,  8,  9],\n        [10, 11, 12, ...,")
    assert text.endswith("[90, 91, 92, ..., 97, 98, 99]], size=(10, 10))")
    assert len(text.splitlines()) == 7


def test_a_tensor_of_very_many_dims_is_only_named():
    assert "tensor(...,\n       size=" + str((1,) * 40) + ")" == show(TensorValue("float32", (1,) * 40, bytes(4)))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "None"),
        (True, "True"),
        (0.1, "0.1"),
        ([1, (2,), {"k": "v"}], "[1, (2,), {'k': 'v'}]"),
        ((), "()"),
        ((1, 2), "(1, 2)"),
        (Raised("ValueError", "no"), "raised ValueError('no')"),
    ],
)
def test_plain_values_look_as_in_python(value, text):
    assert show(value) == text


def test_what_is_too_long_to_write_is_counted():
    assert show(1 << 20_000) == "<an int of 20001 bits>"
    assert show([7] * 102).endswith(", 7, … (2 items more)]")
    assert show("a" * 10, max_chars=4) == "'aaa… (8 characters more)"


def test_a_long_value_says_how_much_is_cut():
    assert show([1, 2, 3, 44], max_chars=5) == "[1, 2… (8 characters more)"


def test_terminal_and_direction_controls_are_escaped():
    hostile = "\x1b[31m\u202e\u2066\x00\r\n\ud800"
    assert repr(hostile) == show(hostile)
    assert plain(hostile) == "\\x1b[31m\\u202e\\u2066\\x00\\r\\n\\ud800"
    assert show(Raised("\x1b[2J", "\u202e")) == "raised \\x1b[2J('\\u202e')"
    assert show({"\x07": "\u200f"}) == "{'\\x07': '\\u200f'}"


def test_plain_text_is_cut_with_a_note():
    assert plain("a" * 10, max_chars=3) == "aaa… (7 characters more)"
    assert plain("aaa", max_chars=3) == "aaa"


def test_a_case_is_shown_as_assignments_with_its_layouts_in_words():
    case = {
        "a": tensor([[1, 2], [3, 4]], layout="transposed"),
        "pair": [tensor([1.0], layout="expanded"), 2],
        "n": 3,
    }
    assert (
        show_case(case) == "# a is not contiguous: a transposed view\n"
        "a = tensor([[1., 2.],\n"
        "            [3., 4.]])\n"
        "# pair[0] is not contiguous: made by expand(), so elements share memory\n"
        "pair = [tensor([1.]), 2]\n"
        "n = 3"
    )


def test_two_values_get_the_digits_that_tell_them_apart():
    close = tensor([0.3455841839313507], "float64"), tensor([0.345584192064786], "float64")
    assert ("tensor([0.34558418], dtype=torch.float64)", "tensor([0.34558419], dtype=torch.float64)") == show_both(
        *close
    )
    closest = tensor([0.1], "float64"), tensor([0.1 + 2**-54], "float64")
    assert 2 == len(set(show_both(*closest)))


def test_two_values_that_look_different_or_are_the_same_get_the_usual_digits():
    one, two, quarter = tensor([1.0]), tensor([2.0]), tensor([0.25])
    assert ("tensor([1.])", "tensor([2.])") == show_both(one, two)
    assert ("tensor([0.2500])", "tensor([0.2500])") == show_both(quarter, quarter)
