# attack: makes a very deep directory tree
# expect: failed|error|timeout
import os
try:
    for _ in range(3000):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
except OSError:
    pass

def double(x):
    return x * 3
