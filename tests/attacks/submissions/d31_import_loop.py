# attack: never finishes importing
# expect: timeout
while True:
    pass

def double(x):
    return x * 3
