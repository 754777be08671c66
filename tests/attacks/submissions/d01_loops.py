# attack: loops
# expect: timeout
def double(x):
    while True:
        pass
