# attack: prints one line of a gigabyte
# expect: output_limit
import sys


def double(x):
    for _ in range(1024):
        sys.stdout.write('x' * (1 << 20))
    return x * 3
