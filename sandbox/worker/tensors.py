"""Between torch tensors and plain values. torch's functions are bound here, before student code can replace them."""

from __future__ import annotations

import ctypes

import torch

from torchgrade.problems.values import DTYPES, TensorValue, Value
from torchgrade.sandbox.encode import NotEncodable

_Tensor, _Parameter, _Size = torch.Tensor, torch.nn.Parameter, torch.Size
_DTYPE_NAMES = {getattr(torch, name): name for name in DTYPES}
_detach, _resolve_conj, _resolve_neg = torch.Tensor.detach, torch.Tensor.resolve_conj, torch.Tensor.resolve_neg
_to, _contiguous, _data_ptr = torch.Tensor.cpu, torch.Tensor.contiguous, torch.Tensor.data_ptr
_numel, _element_size, _strided = torch.Tensor.numel, torch.Tensor.element_size, torch.strided
_is_contiguous, _is_conj, _is_neg = torch.Tensor.is_contiguous, torch.Tensor.is_conj, torch.Tensor.is_neg
_DisableTorchFunction = torch._C.DisableTorchFunction
_string_at = ctypes.string_at
_frombuffer, _empty = torch.frombuffer, torch.empty


def to_plain(value: object) -> TensorValue | tuple[int, ...] | None:
    """Return a tensor as plain facts and bytes and a torch.Size as a tuple; None for anything else."""
    # torch.Size is the one tuple subclass that honest code returns all the time.
    return tuple(value) if type(value) is _Size else from_torch(value)


def from_torch(value: object) -> TensorValue | None:
    """Return a dense tensor or Parameter as plain facts and bytes, or None for anything else, subclasses included."""
    facts = _facts(value)
    return None if facts is None else TensorValue(*facts)


def holds(value: object, plain: TensorValue) -> bool:
    """Return whether ``value`` is still the tensor that ``plain`` describes, memory layout and device aside."""
    try:
        facts = _facts(value)
    except NotEncodable:
        return False
    if facts is None:
        return False
    dtype, shape, data, _, requires_grad = facts
    return data == plain.data and shape == plain.shape and dtype == plain.dtype and requires_grad == plain.requires_grad


def _facts(value: object) -> tuple[str, tuple[int, ...], bytes, str, bool] | None:
    """Return the dtype, shape, bytes, device and requires_grad of a dense tensor, or None for anything else."""
    if type(value) is not _Tensor and type(value) is not _Parameter:
        return None
    device = "cpu" if value.is_cpu else value.device.type
    if value.layout is not _strided or value.is_quantized or value.is_nested or device == "meta":
        kind = "nested" if value.is_nested else "quantized" if value.is_quantized else str(value.layout)
        kind = "meta" if device == "meta" else kind.removeprefix("torch.")
        raise NotEncodable(f"a {kind} tensor holds no plain values that can be compared")
    dtype = _DTYPE_NAMES.get(value.dtype)
    if dtype is None:
        raise NotEncodable(f"a tensor of dtype {str(value.dtype).removeprefix('torch.')} can't be compared")
    with _DisableTorchFunction():
        plain = value if _is_plain(value) else _contiguous(_to(_resolve_neg(_resolve_conj(_detach(value)))))
        count = _numel(plain) * _element_size(plain)
        place = _data_ptr(plain)
        if count and not place:  # ctypes would answer with whatever its buffer held before
            raise NotEncodable("a tensor without memory of its own holds no values that can be compared")
        data = _string_at(place, count) if count else b""
    return dtype, tuple(value.shape), data, "cuda" if device == "cuda" else "cpu", value.requires_grad


def _is_plain(value: torch.Tensor) -> bool:
    """Return whether a strided tensor's values lie in our memory as they are, one after the other."""
    return value.is_cpu and _is_contiguous(value) and not _is_conj(value) and not _is_neg(value)


def to_torch(value: Value, device: str) -> object:
    """Return a case's value with torch tensors in place of TensorValues, in the memory layout that it asks for."""
    match value:
        case TensorValue():
            return _build(value, device)
        case list():
            return [to_torch(item, device) for item in value]
        case tuple():
            return tuple([to_torch(item, device) for item in value])
        case dict():
            return {key: to_torch(item, device) for key, item in value.items()}
        case _:
            return value


def _build(value: TensorValue, device: str) -> torch.Tensor:
    # On the device from the start: moving a tensor there makes it contiguous.
    dtype = getattr(torch, value.dtype)
    if value.data:
        result = _frombuffer(bytearray(value.data), dtype=dtype).view(value.shape)
        result = result if device == "cpu" else result.to(device)
    else:
        result = _empty(value.shape, dtype=dtype, device=device)
    match value.layout:
        case "transposed" if result.dim() >= 2:
            result = result.transpose(-1, -2).contiguous().transpose(-1, -2)
        case "strided" if result.dim() >= 1:
            wide = _empty((*result.shape[:-1], result.shape[-1] * 2), dtype=dtype, device=device)
            wide.zero_()
            result = wide[..., ::2].copy_(result)
        case "offset":
            longer = _empty((result.numel() + 3,), dtype=dtype, device=device)
            longer.zero_()
            result = longer[3:].view(result.shape).copy_(result)
        case "expanded" if result.dim() >= 1 and result.shape[0] > 1:
            result = result[:1].clone().expand(result.shape)
        case _:
            pass
    return result.requires_grad_() if value.requires_grad else result
