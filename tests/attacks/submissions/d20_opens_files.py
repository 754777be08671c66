# attack: opens files until there are no more descriptors
# expect: error
def double(x):
    kept = []
    while True:
        kept.append(open('/dev/null'))
