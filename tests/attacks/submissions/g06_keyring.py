# attack: leaves a message in a kernel keyring
# expect: error
# modes: docker shared
import ctypes


def double(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(248, b"user", b"note", b"hello", 5, -4) < 0:
        raise OSError(ctypes.get_errno(), "add_key")
    return x * 2
