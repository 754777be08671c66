# attack: writes garbage to every descriptor
# expect: violation
import os


def double(x):
    for descriptor in range(64):
        try:
            os.write(descriptor, b"garbage garbage garbage garbage")
        except OSError:
            pass
    return x * 3
