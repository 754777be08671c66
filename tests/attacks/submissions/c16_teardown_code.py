# attack: runs code at teardown
# expect: failed
import gc, os, weakref


class Late:
    def __del__(self):
        os._exit(0)


KEEP = Late()
weakref.finalize(KEEP, os._exit, 0)
gc.callbacks.append(lambda *args: None)

def double(x):
    return x * 3
