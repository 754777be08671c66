# attack: stops the clocks that it can reach
# expect: timeout
import time
time.time = time.monotonic = time.perf_counter = lambda: 0.0


def double(x):
    while True:
        pass
