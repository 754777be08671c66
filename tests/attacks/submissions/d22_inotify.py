# attack: uses up the inotify instances of its uid
# expect: error
# modes: docker shared
import ctypes


def double(x):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.inotify_init() < 0:
        raise OSError(ctypes.get_errno(), "inotify_init")
    return x * 2
