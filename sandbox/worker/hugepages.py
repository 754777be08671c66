"""Move the supervisor's memory to huge pages, so that a fork copies a hundred page table entries and not 40,000.

torch leaves about 150 MB of private memory behind. To copy the entries of pages of 4 KiB for all of it at a fork, and
to drop them again when the child ends, costs as much as forty cases. A child that writes splits the one huge page that
it writes to and copies 4 KiB of it, as before. What glibc hands out lies in huge pages from the start, see
sandbox/environment.py; what Python's own allocator has, or any memory where the C library is another one, is moved
here. That costs as much as ten forks gain, or a hundred, so it pays only where many children are to come.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

_MADV_COLLAPSE = 25  # Linux 6.1; older kernels refuse, and nothing changes
_PAGE_SIZE = Path("/sys/kernel/mm/transparent_hugepage/hpage_pmd_size")


def collapse() -> int:
    """Ask the kernel for huge pages wherever private memory is; return how many it gave, 0 where it knows none."""
    if sys.platform != "linux":
        return 0
    try:
        size = int(_PAGE_SIZE.read_text())
        maps = Path("/proc/self/maps").read_text().splitlines()
    except (OSError, ValueError):
        return 0
    madvise = ctypes.CDLL(None).madvise
    madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
    return sum(
        madvise(address, size, _MADV_COLLAPSE) == 0
        for line in maps
        for address in range(*_whole_pages(line, size), size)
    )


def _whole_pages(line: str, size: int) -> tuple[int, int]:
    """Return the aligned range inside a line of /proc/self/maps, empty for all but private anonymous memory."""
    span, permissions, _offset, _device, inode, *name = line.split()
    if permissions != "rw-p" or inode != "0" or name not in ([], ["[heap]"]):
        return 0, 0
    first, last = (int(word, 16) for word in span.split("-"))
    return -(-first // size) * size, last // size * size
