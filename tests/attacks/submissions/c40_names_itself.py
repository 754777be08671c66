# attack: takes names that a parser of /proc could stumble over, and is no longer dumpable
# expect: failed
import ctypes, os
libc = ctypes.CDLL(None)
libc.prctl(15, b") Z 1 1 1\n(", 0, 0, 0)
libc.prctl(4, 0, 0, 0, 0)
libc.prctl(36, 1, 0, 0, 0)
libc.prctl(1, 0, 0, 0, 0)
if os.fork() == 0:
    if os.fork() == 0:
        import time
        time.sleep(1000)
    os._exit(0)


def double(x):
    return x * 3
