"""Decode values strictly: the one parser that hostile bytes reach.

Declared sizes are checked against what is there before anything is allocated; depth, node count, text length and dims
are capped; anything unexpected is Malformed. The worker uses the same decoder for cases.
"""

from __future__ import annotations

from collections.abc import Callable
from math import prod

from torchgrade.problems.values import DEVICES, DTYPE_BYTES, DTYPES, LAYOUTS, Raised, TensorValue, Value
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

MAX_BASES = 32


class Malformed(Exception):
    """The bytes break the grammar of values. The message names the place and never repeats the bytes."""


def decode(data: bytes, *, layouts: bool = False) -> Value:
    """Return the one value that ``data`` holds. ``layouts`` allows cases' memory layouts; evidence has none.

    Raises Malformed, and nothing else, for any bytes whatever.
    """
    (value,) = decode_many(data, 1, layouts=layouts)
    return value


def decode_many(data: bytes, count: int, *, layouts: bool = False) -> tuple[Value, ...]:
    """Return exactly ``count`` values laid end to end in ``data``."""
    decoder = _Decoder(data, layouts)
    values = tuple(decoder.value(1) for _ in range(count))
    if decoder.position != len(data):
        raise Malformed(f"{len(data) - decoder.position} bytes are left over")
    return values


class _Decoder:
    __slots__ = ("data", "layouts", "nodes", "position")

    def __init__(self, data: bytes, layouts: bool) -> None:
        self.data = data
        self.layouts = layouts
        self.position = 0
        self.nodes = 0

    def take(self, count: int) -> bytes:
        end = self.position + count
        if end > len(self.data):
            raise Malformed(f"{count} bytes are declared at {self.position}, {len(self.data) - self.position} are left")
        chunk = self.data[self.position : end]
        self.position = end
        return chunk

    def count(self) -> int:
        number: int = COUNT.unpack(self.take(COUNT.size))[0]
        return number

    def items(self, least_bytes: int) -> int:
        """Return a declared number of items, refused when that many can't be there."""
        count = self.count()
        if count > MAX_NODES or count * least_bytes > len(self.data) - self.position:
            raise Malformed(f"{count} items are declared at {self.position}")
        return count

    def text(self) -> str:
        length = self.count()
        if length > MAX_TEXT_BYTES:
            raise Malformed(f"a text of {length} bytes is declared; {MAX_TEXT_BYTES} are allowed")
        try:
            return self.take(length).decode("utf-8")
        except UnicodeDecodeError:
            raise Malformed(f"a text before {self.position} is not UTF-8") from None

    def value(self, depth: int) -> Value:
        if depth > MAX_DEPTH:
            raise Malformed(f"values are nested deeper than {MAX_DEPTH} levels")
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise Malformed(f"there are more than {MAX_NODES} values")
        tag = self.take(1)[0]
        read = _READERS.get(tag)
        if read is None:
            raise Malformed(f"no value starts with byte {tag} at {self.position - 1}")
        return read(self, depth)

    def _int(self, _depth: int) -> int:
        length = self.count()
        if not 1 <= length <= MAX_INT_BYTES:
            raise Malformed(f"an int of {length} bytes is declared; 1 to {MAX_INT_BYTES} are allowed")
        value = int.from_bytes(self.take(length), "big", signed=True)
        if value.bit_length() // 8 + 1 != length:
            raise Malformed("an int is not in its shortest form")
        return value

    def _float(self, _depth: int) -> float:
        number: float = FLOAT.unpack(self.take(FLOAT.size))[0]
        return number

    def _str(self, _depth: int) -> str:
        return self.text()

    def _list(self, depth: int) -> list[Value]:
        return [self.value(depth + 1) for _ in range(self.items(1))]

    def _tuple(self, depth: int) -> tuple[Value, ...]:
        return tuple(self._list(depth))

    def _dict(self, depth: int) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for _ in range(self.items(COUNT.size + 1)):
            key = self.text()
            if key in result:
                raise Malformed("a dict has the same key twice")
            result[key] = self.value(depth + 1)
        return result

    def _tensor(self, _depth: int) -> TensorValue:
        dtype_code, device, requires_grad, layout, dims = TENSOR_HEADER.unpack(self.take(TENSOR_HEADER.size))
        if dtype_code >= len(DTYPES) or device >= len(DEVICES) or requires_grad > 1 or dims > MAX_DIMS:
            raise Malformed("a tensor's header is out of range")
        if layout >= len(LAYOUTS) or (layout and not self.layouts):
            raise Malformed("a tensor declares a memory layout")
        shape: tuple[int, ...] = SHAPES[dims].unpack(self.take(SHAPES[dims].size))
        count = prod(shape)  # ints don't overflow, and take() checks before it copies
        if (count or prod([size or 1 for size in shape])) > MAX_NUMEL:
            raise Malformed("a tensor declares an absurd shape")
        dtype = DTYPES[dtype_code]
        data = self.take(count * DTYPE_BYTES[dtype])
        if dtype == "bool":
            # torch.empty(dtype=bool) holds any byte: whatever is not zero is true, as torch prints it.
            data = data.translate(_AS_BOOL)
        return TensorValue(dtype, shape, data, DEVICES[device], bool(requires_grad), LAYOUTS[layout])

    def _raised(self, _depth: int) -> Raised:
        name, message, bases = self.text(), self.text(), self.count()
        if bases > MAX_BASES:
            raise Malformed(f"an exception declares {bases} bases; {MAX_BASES} are allowed")
        return Raised(name, message, tuple(self.text() for _ in range(bases)))


_READERS: dict[int, Callable[[_Decoder, int], Value]] = {
    Tag.NONE: lambda _decoder, _depth: None,
    Tag.FALSE: lambda _decoder, _depth: False,
    Tag.TRUE: lambda _decoder, _depth: True,
    Tag.INT: _Decoder._int,
    Tag.FLOAT: _Decoder._float,
    Tag.STR: _Decoder._str,
    Tag.LIST: _Decoder._list,
    Tag.TUPLE: _Decoder._tuple,
    Tag.DICT: _Decoder._dict,
    Tag.TENSOR: _Decoder._tensor,
    Tag.RAISED: _Decoder._raised,
}
_AS_BOOL = bytes([0] + [1] * 255)
