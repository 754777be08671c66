"""torch values become plain ones: exact types, every dtype and layout, and nothing that lies."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from torchgrade.problems.values import DTYPES, TensorValue
from torchgrade.sandbox.decode import decode
from torchgrade.sandbox.encode import NotEncodable, encode
from torchgrade.sandbox.worker.tensors import from_torch, holds, to_plain, to_torch


class Subclass(torch.Tensor):
    pass


@pytest.mark.parametrize("dtype", DTYPES)
def test_every_dtype_goes_out_and_comes_back(dtype: str) -> None:
    tensor = torch.arange(6).reshape(2, 3).to(getattr(torch, dtype))

    value = from_torch(tensor)

    assert value is not None
    assert (dtype, (2, 3)) == (value.dtype, value.shape)
    back = to_torch(value, "cpu")
    assert isinstance(back, torch.Tensor)
    assert torch.equal(tensor, back)


@pytest.mark.parametrize("layout", ["contiguous", "transposed", "strided", "offset"])
def test_a_layout_changes_how_a_case_lies_in_memory_and_not_what_it_holds(layout: str) -> None:
    value = from_torch(torch.arange(12.0).reshape(3, 4))
    assert value is not None

    tensor = to_torch(TensorValue(value.dtype, value.shape, value.data, layout=layout), "cpu")

    assert isinstance(tensor, torch.Tensor)
    assert (layout in ("contiguous", "offset")) == tensor.is_contiguous()
    assert (3 if layout == "offset" else 0) == tensor.storage_offset()
    assert value == from_torch(tensor)


@pytest.mark.parametrize(
    "view",
    [lambda t: t.t(), lambda t: t[::2], lambda t: t[:1].expand(3, 4), lambda t: t.conj(), lambda t: -t.conj().imag],
)
def test_views_are_read_as_what_they_show(view: object) -> None:
    assert callable(view)
    tensor = view(torch.complex(torch.arange(12.0), torch.ones(12)).reshape(3, 4))

    value = from_torch(tensor)

    assert value is not None
    assert from_torch(tensor.resolve_conj().resolve_neg().clone()) == value


@pytest.mark.parametrize(
    "value",
    [torch.zeros(1).as_subclass(Subclass), object(), [torch.zeros(1).as_subclass(Subclass)], torch.float32],
    ids=["subclass", "object", "nested subclass", "dtype"],
)
def test_what_is_not_exactly_a_tensor_is_refused(value: object) -> None:
    with pytest.raises(NotEncodable, match="can't be compared"):
        encode(value, to_plain=to_plain)


@pytest.mark.parametrize(
    ("value", "instead"), [(np.float64(1.5), ".item()"), (np.int64(3), ".item()"), (np.zeros(2), "torch.from_numpy()")]
)
def test_a_value_of_numpy_comes_with_what_to_do_instead(value: object, instead: str) -> None:
    with pytest.raises(NotEncodable) as refused:
        encode(value, to_plain=to_plain)
    assert instead in str(refused.value)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (torch.eye(2).to_sparse(), "sparse"),
        (torch.empty(2, device="meta"), "meta"),
        (torch.zeros(2).to(torch.float8_e4m3fn), "float8"),
    ],
)
def test_a_tensor_without_plain_values_is_named(value: torch.Tensor, name: str) -> None:
    with pytest.raises(NotEncodable, match=name):
        encode(value, to_plain=to_plain)


def test_a_parameter_is_a_tensor_and_a_size_is_a_tuple_wherever_they_stand() -> None:
    evidence = {"weight": torch.nn.Parameter(torch.ones(2)), "shape": torch.zeros(2, 3).shape}

    decoded = decode(encode(evidence, to_plain=to_plain))

    assert isinstance(decoded, dict)
    assert (2, 3) == decoded["shape"]
    assert isinstance(decoded["weight"], TensorValue)
    assert decoded["weight"].requires_grad


def test_a_tensor_whose_memory_is_gone_is_no_evidence_and_no_longer_the_input() -> None:
    tensor = torch.ones(3)
    value = from_torch(tensor)
    assert value is not None
    tensor.untyped_storage().resize_(0)

    with pytest.raises(NotEncodable, match="without memory"):
        from_torch(tensor)
    assert not holds(tensor, value)
