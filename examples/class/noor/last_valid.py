def last_valid(x, lengths):
    while True:
        pass
