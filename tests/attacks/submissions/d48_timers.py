# attack: arms timers that fire without a pause
# expect: failed|error|timeout|memory_limit
# modes: docker shared
import ctypes, signal, struct
libc = ctypes.CDLL(None)
signal.signal(signal.SIGRTMIN, lambda *_: None)
signal.signal(signal.SIGALRM, signal.SIG_IGN)
signal.setitimer(signal.ITIMER_REAL, 1e-6, 1e-6)
for _ in range(2000):
    event = struct.pack("QiiQ", 0, signal.SIGRTMIN, 0, 0) + bytes(40)
    timer = ctypes.c_int()
    if libc.syscall(222, 1, event, ctypes.byref(timer)):
        break
    libc.syscall(223, timer.value, 0, struct.pack("4q", 0, 1, 0, 1), 0)


def double(x):
    return x * 3
