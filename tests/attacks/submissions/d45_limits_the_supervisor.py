# attack: gives process 1, which may have its uid, no processor time, no files and the lowest priority
# expect: failed
# modes: docker shared
import ctypes, os, resource
for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_AS, resource.RLIMIT_DATA, resource.RLIMIT_FSIZE, resource.RLIMIT_CPU):
    try:
        resource.prlimit(1, limit, (0, 0))
    except OSError:
        pass
libc = ctypes.CDLL(None, use_errno=True)
libc.setpriority(0, 1, 19)
libc.setpriority(2, os.getuid(), 19)
libc.syscall(251, 1, 1, 0x6007)
libc.syscall(144, 1, 5, ctypes.byref(ctypes.c_int(0)))


def double(x):
    return x * 3
