# attack: uses nearly all of each case's time
# expect: timeout
import time


def double(x):
    time.sleep(1.6)
    return x * 2
