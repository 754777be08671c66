"""Docker's attach stream comes apart the same way however it is cut, and nothing else is taken for one."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torchgrade.sandbox.docker.channel import KEPT_WORDS_BYTES, MAX_CHUNK_BYTES, Demultiplexer
from torchgrade.sandbox.protocol import SandboxFailed

STDOUT, STDERR = 1, 2


def chunk(stream: int, data: bytes) -> bytes:
    return struct.pack(">BxxxI", stream, len(data)) + data


@given(
    st.lists(st.tuples(st.sampled_from([STDOUT, STDERR]), st.binary(max_size=50)), max_size=8),
    st.lists(st.integers(1, 40), min_size=1, max_size=10),
)
def test_any_cuts_give_the_same_streams(chunks: list[tuple[int, bytes]], cuts: list[int]) -> None:
    stream = b"".join(chunk(number, data) for number, data in chunks)
    demultiplexer = Demultiplexer()
    stdout, position, turn = b"", 0, 0
    while position < len(stream):
        size = cuts[turn % len(cuts)]
        stdout += demultiplexer.feed(stream[position : position + size])
        position, turn = position + size, turn + 1

    assert b"".join(data for number, data in chunks if number == STDOUT) == stdout
    words = b"".join(data for number, data in chunks if number == STDERR).decode("utf-8", "backslashreplace")
    assert next((line.strip() for line in reversed(words.split("\n")) if line.strip()), "nothing") == (
        demultiplexer.last_words()
    )


@pytest.mark.parametrize(
    "stream",
    [
        struct.pack(">BxxxI", 0, 4) + b"stdi",
        struct.pack(">BxxxI", 3, 4) + b"syst",
        struct.pack(">B3sI", STDOUT, b"\0\0\1", 0),
        struct.pack(">BxxxI", STDOUT, MAX_CHUNK_BYTES + 1),
        b"HTTP/1.1 500 Internal Server Error\r\n",
    ],
    ids=["stdin", "unknown", "padding", "too_long", "no_stream"],
)
def test_what_is_no_attach_stream_is_the_engines_failure(stream: bytes) -> None:
    with pytest.raises(SandboxFailed, match="no attach stream"):
        Demultiplexer().feed(stream)


def test_a_header_alone_waits() -> None:
    demultiplexer = Demultiplexer()

    assert b"" == demultiplexer.feed(chunk(STDOUT, b"abc")[:-1])
    assert b"abc" == demultiplexer.feed(b"c")


def test_of_stderr_only_the_end_is_kept() -> None:
    demultiplexer = Demultiplexer()
    demultiplexer.feed(chunk(STDERR, b"first\n"))
    for _ in range(4):
        demultiplexer.feed(chunk(STDERR, b"x" * KEPT_WORDS_BYTES))
    demultiplexer.feed(chunk(STDERR, b"\n  the end\n\n"))

    assert "the end" == demultiplexer.last_words()
    assert len(demultiplexer._words) <= KEPT_WORDS_BYTES
