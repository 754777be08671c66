# attack: waits in vfork for a grandchild that never ends
# expect: timeout
import ctypes, os, time


def double(x):
    libc = ctypes.CDLL(None)
    # CLONE_VFORK without CLONE_VM: the parent waits in the kernel until the other one ends
    if libc.syscall(56, 0x4000 | 17, 0, 0, 0, 0) == 0:
        while True:
            time.sleep(1)
    return x * 2
