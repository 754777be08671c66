# attack: changes its input in place and returns it
# expect: failed
def double(x):
    return x.mul_(2)
