"""What a child may say, in which order; the first break of the grammar ends it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torchgrade.sandbox.childstream import Broken, ChildStream, ReplyTooLarge, Step
from torchgrade.sandbox.wire import CHILD_HEADER, CHILD_MAGIC, NONCE_BYTES, ChildKind, child_frame

NONCE = b"n" * NONCE_BYTES
LIMIT = 100


def stream(*, start: int = 0, count: int = 3) -> ChildStream:
    return ChildStream(NONCE, start=start, count=count, max_reply_bytes=LIMIT)


def say(kind: ChildKind, index: int = 0, payload: bytes = b"") -> bytes:
    return child_frame(NONCE, kind, index, payload)


HONEST = (
    say(ChildKind.NOTICE, payload=b"cell 3")
    + say(ChildKind.LOADED)
    + say(ChildKind.REPLY, 0, b"zero")
    + say(ChildKind.REPLY, 1, b"one")
    + say(ChildKind.REPLY, 2, b"two")
    + say(ChildKind.DONE)
)


@given(st.lists(st.integers(0, len(HONEST)), max_size=8).map(sorted))
def test_an_honest_stream_is_the_same_in_any_pieces(cuts: list[int]) -> None:
    parser, said = stream(), []
    for first, last in zip([0, *cuts], [*cuts, len(HONEST)], strict=True):
        said += parser.feed(HONEST[first:last])

    assert [b"zero", b"one", b"two"] == [item.payload for item in said if item.step is Step.REPLY]
    assert Step.DONE is said[-1].step
    assert [b"cell 3"] == parser.notices
    assert not parser.partial


def test_a_child_that_goes_on_starts_at_the_next_case() -> None:
    parser = stream(start=2)

    said = parser.feed(say(ChildKind.LOADED) + say(ChildKind.REPLY, 2, b"two") + say(ChildKind.DONE))

    assert [Step.LOADED, Step.REPLY, Step.DONE] == [item.step for item in said]


@pytest.mark.parametrize(
    ("data", "how"),
    [
        (b"PASSED 10/10" * 10, "no frame"),
        (child_frame(b"x" * NONCE_BYTES, ChildKind.LOADED, 0), "wrong nonce"),
        (say(ChildKind.REPLY, 0, b"x"), "before LOADED"),
        (say(ChildKind.LOADED) * 2, "second LOADED"),
        (say(ChildKind.LOADED) + say(ChildKind.LOAD_FAILED), "second LOADED"),
        (say(ChildKind.LOADED) + say(ChildKind.REPLY, 1, b"x"), "reply for case 1 where 0 was asked"),
        (say(ChildKind.LOADED) + say(ChildKind.REPLY, 0, b"x") * 2, "reply for case 0 where 1 was asked"),
        (say(ChildKind.LOADED) + say(ChildKind.DONE), "DONE before the last case"),
        (HONEST + say(ChildKind.REPLY, 3, b"x"), "after the last one"),
        (say(ChildKind.LOADED, 0, b"payload"), "absurd header"),
        (say(ChildKind.NOTICE) * 65, "notices"),
        (CHILD_HEADER.pack(CHILD_MAGIC, NONCE, 99, 0, 0), "unknown kind"),
    ],
)
def test_a_break_of_the_grammar_is_named(data: bytes, how: str) -> None:
    with pytest.raises(Broken, match=how):
        stream().feed(data)


def test_a_reply_may_be_as_large_as_the_limit_and_not_a_byte_larger() -> None:
    parser = stream()
    parser.feed(say(ChildKind.LOADED))
    parser.feed(say(ChildKind.REPLY, 0, b"x" * LIMIT))

    with pytest.raises(ReplyTooLarge):
        # The header alone is enough: nothing of that size is ever waited for.
        parser.feed(CHILD_HEADER.pack(CHILD_MAGIC, NONCE, ChildKind.REPLY, 1, LIMIT + 1))


@given(st.binary(max_size=300))
def test_any_bytes_are_frames_or_a_break(data: bytes) -> None:
    parser = stream()
    try:
        parser.feed(say(ChildKind.LOADED) + data)
    except (Broken, ReplyTooLarge):
        return
    assert parser.next_case <= 3
