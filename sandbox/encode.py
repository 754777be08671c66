"""Encode plain values for the wire. Used by the host for cases; the worker adds torch tensors.

Exact types only: a subclass may lie about what it holds, so it is refused. But a named tuple is a tuple and an
OrderedDict a dict: of these, and of lists, what the base holds is taken, and what the subclass says is not asked.
"""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

from torchgrade.problems.values import DEVICES, DTYPES, LAYOUTS, Raised, TensorValue
from torchgrade.sandbox.wire import (
    COUNT,
    FLOAT,
    MAX_DEPTH,
    MAX_DIMS,
    MAX_INT_BYTES,
    MAX_NODES,
    MAX_NUMEL,
    MAX_TEXT_BYTES,
    SHAPES,
    TENSOR_HEADER,
    Tag,
)

# Bound before any student code can replace them: a frame with a wrong length would look like an attack on us.
_len, _type, _max, _prod, _issubclass = len, type, max, prod, issubclass
_tuple_items, _list_items, _dict_items = tuple.__iter__, list.__iter__, dict.items

_DTYPE_CODE = {name: code for code, name in enumerate(DTYPES)}
_DEVICE_CODE = {name: code for code, name in enumerate(DEVICES)}
_LAYOUT_CODE = {name: code for code, name in enumerate(LAYOUTS)}


class NotEncodable(Exception):
    """The value is not plain: its message names the type or the cap, for the author or the student."""


def encode(value: object, *, to_plain: Callable[[Any], TensorValue | tuple[int, ...] | None] | None = None) -> bytes:
    """Return the wire form of ``value``.

    ``to_plain`` turns a torch tensor into a TensorValue and a torch.Size into a tuple; None for anything else.
    Raises NotEncodable for any type outside the closed set and for every cap of ``wire``.
    """
    encoder = _Encoder(to_plain)
    encoder.put(value, 1)
    return b"".join(encoder.parts)


class _Encoder:
    __slots__ = ("nodes", "parts", "to_plain")

    def __init__(self, to_plain: Callable[[Any], TensorValue | tuple[int, ...] | None] | None) -> None:
        self.parts: list[bytes] = []
        self.nodes = 0
        self.to_plain = to_plain

    def put(self, value: object, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise NotEncodable(f"values are nested deeper than {MAX_DEPTH} levels")
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise NotEncodable(f"there are more than {MAX_NODES} values")
        kind = _type(value)
        if value is None:
            self.parts.append(_NONE)
        elif kind is bool:
            self.parts.append(_TRUE if value else _FALSE)
        elif kind is int:
            self._int(value)  # type: ignore[arg-type] # kind is exactly int
        elif kind is float:
            self.parts.append(_FLOAT + FLOAT.pack(value))
        elif kind is str:
            self.parts.append(_STR)
            self._text(value)  # type: ignore[arg-type] # kind is exactly str
        elif kind is list or kind is tuple:
            self.parts.append((_LIST if kind is list else _TUPLE) + COUNT.pack(_len(value)))  # type: ignore[arg-type] # a list or a tuple
            for item in value:  # type: ignore[attr-defined] # a list or a tuple
                self.put(item, depth + 1)
        elif kind is dict:
            self._dict(value, depth)  # type: ignore[arg-type] # kind is exactly dict
        elif kind is TensorValue:
            self._tensor(value)  # type: ignore[arg-type] # kind is exactly TensorValue
        elif kind is Raised:
            self._raised(value)  # type: ignore[arg-type] # kind is exactly Raised
        else:
            plain = self.to_plain(value) if self.to_plain else None
            if plain is None:
                plain = _as_base(value, kind)
            if plain is None:
                message = f"a value of type {kind.__module__}.{kind.__qualname__} can't be compared"
                raise NotEncodable(message[:300] + _instead(kind))
            self.put(plain, depth)

    def _int(self, value: int) -> None:
        data = value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True)
        if _len(data) > MAX_INT_BYTES:
            raise NotEncodable(f"an int has more than {MAX_INT_BYTES * 8} bits")
        self.parts.append(_INT + COUNT.pack(_len(data)) + data)

    def _text(self, value: str) -> None:
        data = value.encode("utf-8", "replace")  # a lone surrogate becomes "?": it has no UTF-8 form
        if _len(data) > MAX_TEXT_BYTES:
            raise NotEncodable(f"a text is longer than {MAX_TEXT_BYTES} bytes")
        self.parts.append(COUNT.pack(_len(data)) + data)

    def _dict(self, value: dict[object, object], depth: int) -> None:
        self.parts.append(_DICT + COUNT.pack(_len(value)))
        for key, item in value.items():
            if _type(key) is not str:
                raise NotEncodable(f"a dict has a key of type {_type(key).__qualname__}; keys must be str"[:300])
            self._text(key)  # type: ignore[arg-type] # its type is exactly str
            self.put(item, depth + 1)

    def _tensor(self, value: TensorValue) -> None:
        if _len(value.shape) > MAX_DIMS:
            raise NotEncodable(f"a tensor has more than {MAX_DIMS} dims")
        if _prod(_max(size, 1) for size in value.shape) > MAX_NUMEL:
            raise NotEncodable(f"a tensor of shape {value.shape} is too large to compare")
        self.parts.append(
            _TENSOR
            + TENSOR_HEADER.pack(
                _DTYPE_CODE[value.dtype],
                _DEVICE_CODE[value.device],
                value.requires_grad,
                _LAYOUT_CODE[value.layout],
                _len(value.shape),
            )
            + SHAPES[_len(value.shape)].pack(*value.shape)
        )
        self.parts.append(value.data)

    def _raised(self, value: Raised) -> None:
        self.parts.append(_RAISED)
        self._text(value.type)
        self._text(value.message)
        self.parts.append(COUNT.pack(_len(value.bases)))
        for base in value.bases:
            self._text(base)


def _as_base(value: Any, kind: type) -> Any:
    """Return what a subclass of tuple, list or dict holds, by the base's own methods; None for anything else."""
    if _issubclass(kind, tuple):
        return tuple(_tuple_items(value))
    if _issubclass(kind, list):
        return list(_list_items(value))
    if _issubclass(kind, dict):
        return dict(_dict_items(value))
    return None


def _instead(kind: type) -> str:
    if kind.__module__ != "numpy":
        return ""
    is_array = kind.__qualname__ == "ndarray"
    return "; torch.from_numpy() makes a tensor of it" if is_array else "; .item() makes a Python number of it"


_NONE, _FALSE, _TRUE, _INT, _FLOAT, _STR = (
    bytes([tag]) for tag in (Tag.NONE, Tag.FALSE, Tag.TRUE, Tag.INT, Tag.FLOAT, Tag.STR)
)
_LIST, _TUPLE, _DICT, _TENSOR, _RAISED = (
    bytes([tag]) for tag in (Tag.LIST, Tag.TUPLE, Tag.DICT, Tag.TENSOR, Tag.RAISED)
)
