# attack: recurses without an end
# expect: error|memory_limit|timeout
import sys
sys.setrecursionlimit(10**9)


def double(x):
    return double(x)
