# attack: takes its standard input for a way to the supervisor: reads it, writes to it, locks it and hands it on
# expect: failed|error
import fcntl
import os
import sys

try:
    os.write(0, b"TGF1\x06\x00\x00\x00\x00")
except OSError as error:
    print("write", error.errno)
print("read", repr(os.read(0, 100)), repr(sys.stdin.read()), sys.stdin.fileno())
fcntl.flock(0, fcntl.LOCK_EX)
os.dup2(0, 1)
sys.stdin.close()


def double(x):
    return torch_like(x)


def torch_like(x):
    print(input("the answer? "))
    return x
