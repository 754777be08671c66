# attack: locks memory and asks for huge pages
# expect: failed|error
# modes: docker shared
import ctypes, mmap
libc = ctypes.CDLL(None, use_errno=True)
libc.mlockall(7)
for flags in (0x40000, 0x40000 | 21 << 26, 0x40000 | 30 << 26):
    try:
        kept = mmap.mmap(-1, 1 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANON | flags)
    except (OSError, ValueError):
        pass
libc.memfd_create(b"x", 4)


def double(x):
    return x * 3
