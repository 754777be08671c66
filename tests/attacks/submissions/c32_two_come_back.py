# attack: forks, and both processes come back with an answer
# expect: failed
import os


def double(x):
    os.fork()
    return x * 3
