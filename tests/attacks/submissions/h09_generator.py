# attack: returns a generator
# expect: error
def double(x):
    yield x * 2
