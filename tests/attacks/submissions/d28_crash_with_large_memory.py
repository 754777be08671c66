# attack: crashes with much memory in use, for a core dump of that size
# expect: error|timeout
import ctypes


def double(x):
    kept = bytearray(100 << 20)
    ctypes.string_at(0)
    return kept
