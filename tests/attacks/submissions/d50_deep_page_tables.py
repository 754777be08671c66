# attack: spreads single pages over terabytes, so that its end takes long
# expect: failed|error|memory_limit|timeout
# modes: docker shared
import ctypes, mmap
libc = ctypes.CDLL(None)
libc.mmap.restype, libc.mmap.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
base = libc.mmap(None, 1 << 45, 1, 0x4022, -1, 0)
libc.madvise(ctypes.c_void_p(base), ctypes.c_size_t(1 << 45), 15)
if base and base != 2**64 - 1:
    for at in range(30000):
        ctypes.c_char.from_address(base + at * (1 << 30) // 4).value


def double(x):
    return x * 3
