# attack: asks for input
# expect: error
input()

def double(x):
    return x * 3
