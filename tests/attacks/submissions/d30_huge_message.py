# attack: raises an exception with a message of megabytes and a name of one
# expect: error|memory_limit
def double(x):
    raise type("E" * (1 << 20), (ValueError,), {})("\x00\x1b[2J\u202e" * (1 << 20))
