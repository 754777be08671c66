# attack: uses a GPU where there is none
# expect: error
def double(x):
    return x.cuda() * 2
