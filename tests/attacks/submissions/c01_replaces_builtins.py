# attack: replaces print, open, len, isinstance and __import__
# expect: failed|error
import builtins
builtins.len = lambda thing: 1
builtins.isinstance = lambda thing, kind: True
builtins.print = builtins.open = lambda *args, **kwargs: None
builtins.type = lambda *args: int

def double(x):
    return x * 3
