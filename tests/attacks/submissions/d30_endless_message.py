# attack: raises an exception whose text never ends
# expect: error|timeout|memory_limit
class Endless(Exception):
    def __str__(self):
        while True:
            pass


def double(x):
    raise Endless()
