# attack: raises SystemExit from every attribute
# expect: error
class Trap:
    def __getattribute__(self, name):
        raise SystemExit(name)


def double(x):
    return Trap()
