# attack: leaves zombies
# expect: error|failed|timeout
# modes: docker shared
import os


def double(x):
    for _ in range(500):
        if os.fork() == 0:
            os._exit(0)
    return x * 3
