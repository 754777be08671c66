"""Huge pages change how much a fork costs and nothing else."""

import os
import sys

import pytest

from torchgrade.sandbox.worker.hugepages import _whole_pages, collapse

MIB = 2**20


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("00200000-00800000 rw-p 00000000 00:00 0 ", (2 * MIB, 8 * MIB)),
        ("00201000-007ff000 rw-p 00000000 00:00 0 ", (4 * MIB, 6 * MIB)),
        ("00200000-00800000 rw-p 00000000 00:00 0          [heap]", (2 * MIB, 8 * MIB)),
        ("00200000-00800000 rw-p 00000000 00:00 0          [stack]", (0, 0)),
        ("00200000-00800000 rw-p 00000000 08:01 4711       /lib/a file of two words.so", (0, 0)),
        ("00200000-00800000 rw-s 00000000 00:01 0          /dev/zero (deleted)", (0, 0)),
        ("00200000-00800000 r--p 00000000 00:00 0 ", (0, 0)),
    ],
)
def test_only_whole_pages_of_private_anonymous_memory_are_moved(line, expected):
    assert _whole_pages(line, 2 * MIB) == expected


def test_a_range_too_small_for_a_huge_page_is_empty():
    assert not range(*_whole_pages("00201000-00300000 rw-p 00000000 00:00 0 ", 2 * MIB), 2 * MIB)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux has the call")
def test_memory_holds_what_it_held_and_a_child_writes_to_its_own_copy():
    numbers = list(range(400_000))
    ours = bytearray(os.urandom(16 * MIB))
    before = bytes(ours)

    collapse()

    assert numbers == list(range(400_000))
    pid = os.fork()
    if pid == 0:
        ours[5 * MIB] ^= 255
        os._exit(ours == before)
    assert os.waitpid(pid, 0)[1] == 0
    assert ours == before
