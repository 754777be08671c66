# attack: sleeps
# expect: timeout
import time


def double(x):
    time.sleep(1e9)
