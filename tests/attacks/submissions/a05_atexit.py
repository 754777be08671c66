# attack: masks the exit code at exit
# expect: failed
import atexit, os
atexit.register(lambda: os._exit(0))

def double(x):
    return x * 3
