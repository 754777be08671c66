# attack: makes a namespace of its own
# expect: violation|error
# modes: docker shared
import ctypes


def double(x):
    ctypes.CDLL(None, use_errno=True).unshare(0x10000000)
    return x * 3
