# attack: returns a sparse tensor
# expect: error|failed
def double(x):
    return (x * 2).to_sparse()
