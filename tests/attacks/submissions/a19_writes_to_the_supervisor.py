# attack: writes to the supervisor's descriptors and memory and traces it
# expect: error|failed|violation
# modes: docker shared
import ctypes, os


def double(x):
    parent = os.getppid()
    for place in (f"/proc/{parent}/fd/1", f"/proc/{parent}/fd/4", f"/proc/{parent}/mem", "/proc/1/fd/1", "/proc/1/mem"):
        try:
            with open(place, "wb") as file:
                file.write(b"TGF1\x06\x00\x00\x00\x02{}")
        except OSError:
            pass
    ctypes.CDLL(None).ptrace(16, parent, 0, 0)
    return x * 3
