# attack: floods stderr
# expect: output_limit
import os


def double(x):
    while True:
        os.write(2, b'x' * 65536)
