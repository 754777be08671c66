# attack: stops, interrupts and floods process 1 with signals
# expect: failed
# modes: docker shared
import os
for number in (19, 20, 9, 15, 2, 1, 10, 14, 17, 24, 31, 34, 64):
    for _ in range(50):
        try:
            os.kill(1, number)
        except OSError:
            break


def double(x):
    return x * 3
