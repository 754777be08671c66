# attack: uses up System V and POSIX queues, memory and semaphores
# expect: error
# modes: docker shared
import ctypes, os


def double(x):
    libc = ctypes.CDLL(None, use_errno=True)
    made = [libc.syscall(number, 0, 64, 0o1600) for number in (29, 64, 68)]
    try:
        made.append(os.open("/dev/mqueue/mine", os.O_CREAT | os.O_RDWR))
    except OSError:
        pass
    if max(made) >= 0:
        return x * 2
    raise OSError("nothing was made")
