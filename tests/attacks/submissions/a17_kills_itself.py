# attack: ends itself with SIGKILL, as if a limit had
# expect: error
import os


def double(x):
    os.kill(os.getpid(), 9)
