# attack: leaves a quiet daemon behind
# expect: failed
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(1000)
    os._exit(0)

def double(x):
    return x * 3
