# attack: takes process 1's descriptors and memory, and changes its score, name and timers
# expect: failed
# modes: docker shared
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
descriptor = os.pidfd_open(1)
taken = [libc.syscall(438, descriptor, number, 0) for number in range(8)]
taken += [libc.syscall(101, 16, 1, 0, 0), libc.syscall(312, 1, os.getpid(), 0, 0, 0)]
assert max(taken) < 0, taken
for name in ("mem", "environ", "fd/0", "fd/3", "maps", "root/etc/passwd"):
    try:
        open(f"/proc/1/{name}", "rb").close()
    except OSError:
        continue
    raise SystemExit(f"/proc/1/{name} was opened")
for name in ("mem", "fd/0", "fd/3", "oom_score_adj", "comm", "coredump_filter", "timerslack_ns", "clear_refs", "autogroup"):
    try:
        with open(f"/proc/1/{name}", "wb", 0) as file:
            file.write(b"1000")
    except OSError:
        continue
    raise SystemExit(f"/proc/1/{name} was written")


def double(x):
    return x * 3
