# attack: puts /dev/null over every descriptor
# expect: error
import os


def double(x):
    null = os.open("/dev/null", os.O_RDWR)
    for descriptor in range(64):
        if descriptor != null:
            os.dup2(null, descriptor)
    return x * 2
