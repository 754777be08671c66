# attack: kills its parent
# expect: error|failed|violation
import os


def double(x):
    os.kill(os.getppid(), 9)
    return x * 3
