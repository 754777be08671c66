# attack: returns a list that holds itself
# expect: error
def double(x):
    loop = []
    loop.append(loop)
    return loop
