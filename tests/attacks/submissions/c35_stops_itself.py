# attack: stops itself, and its grandchildren, in its own session and in another
# expect: timeout
import os, signal, time
for _ in range(3):
    if os.fork() == 0:
        if os.fork() == 0:
            os.setsid()
        os.kill(os.getpid(), signal.SIGSTOP)
        time.sleep(1000)


def double(x):
    os.kill(os.getpid(), signal.SIGSTOP)
    return x * 3
