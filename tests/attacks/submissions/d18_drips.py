# attack: prints a byte now and then for ever
# expect: timeout
import time


def double(x):
    while True:
        print('.', end='', flush=True)
        time.sleep(0.2)
