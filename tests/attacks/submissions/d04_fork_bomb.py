# attack: forks without an end
# expect: error|timeout|memory_limit
# modes: docker shared
import os


def double(x):
    while True:
        os.fork()
