# attack: returns an object that would run a command when unpickled
# expect: error
import os


class Bomb:
    def __reduce__(self):
        return os.system, ("touch /tmp/torchgrade-owned",)


def double(x):
    return Bomb()
