# attack: mounts
# expect: violation
# modes: docker shared
import ctypes


def double(x):
    ctypes.CDLL(None, use_errno=True).mount(b"none", b"/tmp", b"tmpfs", 0, None)
    return x * 3
