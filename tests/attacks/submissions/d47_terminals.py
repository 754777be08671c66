# attack: opens as many pseudo terminals as there are
# expect: failed|error
# modes: docker shared
import os
kept = []
try:
    for _ in range(4000):
        kept.append(os.open("/dev/ptmx", os.O_RDWR | os.O_NOCTTY))
except OSError:
    pass
for _ in range(8):
    if os.fork() == 0:
        kept = []
        try:
            while True:
                kept.append(os.open("/dev/ptmx", os.O_RDWR | os.O_NOCTTY))
        except OSError:
            pass
        import time
        time.sleep(1000)


def double(x):
    return x * 3
