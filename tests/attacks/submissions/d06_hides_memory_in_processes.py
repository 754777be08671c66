# attack: spreads the memory over many small processes
# expect: memory_limit|timeout
# modes: docker shared
import os, time


def double(x):
    for _ in range(12):
        if os.fork() == 0:
            kept = bytearray(b"x") * (1 << 25)
            time.sleep(100)
    time.sleep(100)
