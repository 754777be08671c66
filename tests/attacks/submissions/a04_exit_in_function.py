# attack: ends the process with code 0 inside the graded function
# expect: error
import os


def double(x):
    os._exit(0)
