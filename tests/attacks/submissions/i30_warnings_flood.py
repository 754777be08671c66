# attack: warns without an end and answers right
# expect: passed
import warnings


def double(x):
    for _ in range(200):
        warnings.warn('careful')
    return x * 2
