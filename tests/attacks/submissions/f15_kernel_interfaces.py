# attack: probes keyctl, bpf, userfaultfd, io_uring, perf and ptrace
# expect: failed|error
# modes: docker shared
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
for number in (248, 250, 321, 323, 425, 298, 101, 312):
    if libc.syscall(number, 0, 0, 0, 0, 0) >= 0:
        raise SystemExit(f"system call {number} worked")

def double(x):
    return x * 3
