# attack: a grandchild in another session keeps every pipe open while the child leaves
# expect: error|timeout
import os, time


def double(x):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(1000)
        os._exit(0)
    os._exit(0)
