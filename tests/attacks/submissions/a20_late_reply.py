# attack: answers just after the deadline
# expect: timeout
import time


def double(x):
    time.sleep(2.2)
    return x * 2
