# attack: computes in C without letting go
# expect: timeout
def double(x):
    return 10 ** (10**9)
