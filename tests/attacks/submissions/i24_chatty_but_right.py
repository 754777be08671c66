# attack: prints a megabyte and answers right
# expect: passed
print('debug ' * 170000)


def double(x):
    return x * 2
