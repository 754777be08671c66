# attack: replaces the worker by a shell
# expect: error
import os


def double(x):
    os.execv('/bin/sh', ['sh', '-c', 'exit 0'])
