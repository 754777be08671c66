# attack: an int and a text far beyond every cap
# expect: error
def double(x):
    return [1 << 100000, "x" * (1 << 20), {"a" * 100000: 1}]
