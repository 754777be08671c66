"""Evidence: what is encoded decodes to the same, every cap holds at its boundary, and no bytes do harm."""

from __future__ import annotations

import contextlib
import math
import random
import struct
import time
import tracemalloc
from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from torchgrade.problems.values import DTYPE_BYTES, DTYPES, Raised, TensorValue
from torchgrade.sandbox import wire
from torchgrade.sandbox.decode import MAX_BASES, Malformed, decode, decode_many
from torchgrade.sandbox.encode import NotEncodable, encode

FUZZED_FRAMES = 120_000


@st.composite
def tensor_values(draw: st.DrawFn) -> TensorValue:
    dtype = draw(st.sampled_from([name for name in DTYPES if name != "bool"]))
    shape = tuple(draw(st.lists(st.integers(0, 3), max_size=3)))
    size = math.prod(shape) * DTYPE_BYTES[dtype]
    return TensorValue(dtype, shape, draw(st.binary(min_size=size, max_size=size)), requires_grad=draw(st.booleans()))


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | texts
    | tensor_values()
    | st.builds(Raised, texts, texts, st.lists(texts, max_size=3).map(tuple))
)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple) | st.dictionaries(texts, inner),
    max_leaves=20,
)


@given(values)
def test_what_is_encoded_decodes_to_the_same(value: object) -> None:
    try:
        data = encode(value)
    except NotEncodable:
        return  # nested deeper than the cap
    assert value == decode(data)


def test_nan_and_infinities_survive() -> None:
    decoded = decode(encode([math.nan, math.inf, -math.inf, -0.0]))
    assert isinstance(decoded, list)
    assert math.isnan(decoded[0])
    assert [math.inf, -math.inf] == decoded[1:3]
    assert -1.0 == math.copysign(1, decoded[3])


class Liar(int):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


@pytest.mark.parametrize(
    "value",
    [Liar(3), object(), (item for item in [1]), {1: 2}, lambda: 1, b"bytes", {1, 2}, 1j, type, float],
    ids=lambda value: type(value).__name__,
)
def test_anything_but_exact_plain_types_is_refused_by_name(value: object) -> None:
    with pytest.raises(NotEncodable, match=r"can't be compared|keys must be str"):
        encode(value)


class Pair(NamedTuple):
    first: int
    second: int


class Boast(list):  # type: ignore[type-arg]
    def __iter__(self) -> Iterator[int]:
        return iter([1, 2, 3])

    def __len__(self) -> int:
        return 3


class Hidden(dict):  # type: ignore[type-arg]
    def items(self) -> Any:
        return {"a": 1}.items()


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (Pair(1, 2), (1, 2)),
        (OrderedDict(a=1, b=[Pair(3, 4)]), {"a": 1, "b": [(3, 4)]}),
        (defaultdict(list, a=[1]), {"a": [1]}),
        (Boast([7]), [7]),
        (Hidden(b=2), {"b": 2}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_container_of_a_subclass_is_what_its_base_holds(value: object, held: object) -> None:
    assert held == decode(encode(value))


def test_a_list_that_holds_itself_is_refused() -> None:
    loop: list[object] = []
    loop.append(loop)
    with pytest.raises(NotEncodable, match="nested deeper"):
        encode(loop)


def nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth - 1):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("fits", "too_much"),
    [
        (nested(wire.MAX_DEPTH), nested(wire.MAX_DEPTH + 1)),
        ([0] * (wire.MAX_NODES - 1), [0] * wire.MAX_NODES),
        ("x" * wire.MAX_TEXT_BYTES, "x" * (wire.MAX_TEXT_BYTES + 1)),
        (1 << (wire.MAX_INT_BYTES * 8 - 2), 1 << (wire.MAX_INT_BYTES * 8)),
        (TensorValue("bool", (1,) * wire.MAX_DIMS, b"\0"), TensorValue("bool", (1,) * (wire.MAX_DIMS + 1), b"\0")),
        (TensorValue("bool", (wire.MAX_NUMEL, 0), b""), TensorValue("bool", (wire.MAX_NUMEL + 1, 0), b"")),
    ],
    ids=["depth", "nodes", "text", "int", "dims", "numel"],
)
def test_each_cap_holds_at_its_boundary(fits: object, too_much: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fits == decode(encode(fits))
    with pytest.raises(NotEncodable):
        encode(too_much)
    # A hostile encoder has no caps: the decoder must have them all by itself.
    for name in ("MAX_DEPTH", "MAX_NODES", "MAX_TEXT_BYTES", "MAX_INT_BYTES", "MAX_DIMS", "MAX_NUMEL"):
        monkeypatch.setattr(f"torchgrade.sandbox.encode.{name}", 2**62)
    more_dims = struct.Struct(f">{wire.MAX_DIMS + 1}Q")
    monkeypatch.setattr("torchgrade.sandbox.encode.SHAPES", (*wire.SHAPES, more_dims))
    with pytest.raises(Malformed):
        decode(encode(too_much))


def test_an_exception_has_a_bounded_number_of_bases() -> None:
    assert Raised("E", "", ("B",) * MAX_BASES) == decode(encode(Raised("E", "", ("B",) * MAX_BASES)))
    with pytest.raises(Malformed, match="bases"):
        decode(encode(Raised("E", "", ("B",) * (MAX_BASES + 1))))


def tensor_bytes(dtype: int, shape: list[int], data: bytes, *, layout: int = 0) -> bytes:
    header = wire.TENSOR_HEADER.pack(dtype, 0, 0, layout, len(shape))
    return bytes([wire.Tag.TENSOR]) + header + struct.pack(f">{len(shape)}Q", *shape) + data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        tensor_bytes(0, [2**62], b""),
        tensor_bytes(0, [2**63, 2**63], b"x"),
        tensor_bytes(0, [2**62, 0], b""),
        tensor_bytes(0, [3], b"xx"),
        tensor_bytes(0, [1], b"xx"),
        tensor_bytes(99, [1], b"x"),
        tensor_bytes(0, [1], b"x", layout=1),
        bytes([wire.Tag.INT]) + wire.COUNT.pack(2) + b"\x00\x01",  # not in its shortest form
        bytes([wire.Tag.STR]) + wire.COUNT.pack(2) + b"\xff\xfe",
        bytes([wire.Tag.LIST]) + wire.COUNT.pack(2**32 - 1),
        bytes([wire.Tag.DICT]) + wire.COUNT.pack(2) + 2 * (wire.COUNT.pack(1) + b"a" + bytes([wire.Tag.NONE])),
        encode(1) + b"x",
    ],
)
def test_bytes_that_break_the_grammar_are_malformed(data: bytes) -> None:
    with pytest.raises(Malformed):
        decode(data)


def test_a_bool_tensor_of_odd_bytes_reads_as_torch_prints_it() -> None:
    value = decode(tensor_bytes(0, [3], b"\x00\x01\x07"))
    assert TensorValue("bool", (3,), b"\x00\x01\x01") == value


SEEDS = [
    encode(value)
    for value in (
        None,
        [1, 2.5, "text", (True, None)],
        {"a": {"b": [TensorValue("float32", (2, 2), bytes(16))]}, "c": -(2**70)},
        Raised("ValueError", "no", ("Exception",)),
        [TensorValue("int64", (3,), bytes(24)), TensorValue("bool", (), b"\1")] * 3,
    )
]


def mutate(rng: random.Random, data: bytes) -> bytes:
    work = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        place = rng.randrange(len(work) + 1)
        match rng.randrange(5):
            case 0 if work:
                work[place % len(work)] = rng.randrange(256)
            case 1:
                work[place:place] = rng.randbytes(rng.randint(1, 8))
            case 2:
                del work[place : place + rng.randint(1, 8)]
            case 3:
                work[place : place + 4] = rng.choice(
                    [b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\0", b"\0\0\1\0"]
                )
            case _:
                other = rng.choice(SEEDS)
                work[place:] = other[rng.randrange(len(other)) :]
    return bytes(work)


def test_mutated_frames_neither_crash_nor_hang_nor_fill_the_memory() -> None:
    rng = random.Random(20261121)
    slowest = 0.0
    tracemalloc.start()
    try:
        for number in range(FUZZED_FRAMES):
            data = mutate(rng, SEEDS[number % len(SEEDS)])
            began = time.perf_counter()
            with contextlib.suppress(Malformed):
                decode_many(data, 1 + number % 2)
            slowest = max(slowest, time.perf_counter() - began)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 16 * 1024 * 1024
    assert slowest < 5  # a hang, not a speed: one frame takes microseconds


@settings(max_examples=500)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_value_or_malformed(data: bytes) -> None:
    with contextlib.suppress(Malformed):
        decode(data)
