# attack: closes every descriptor
# expect: error
import os


def double(x):
    os.closerange(0, 4096)
    return x * 3
