# attack: leaves System V shared memory behind
# expect: failed
# modes: docker shared
import ctypes
ctypes.CDLL(None).shmget(4242, 4096, 0o1666)

def double(x):
    return x * 3
