# attack: raises exceptions whose class, name, bases, text and traceback lie or raise
# expect: error
class Meta(type):
    __name__ = property(lambda cls: (_ for _ in ()).throw(SystemExit("name")))
    __mro__ = property(lambda cls: (_ for _ in ()).throw(KeyboardInterrupt("mro")))


class Hostile(Exception, metaclass=Meta):
    __class__ = property(lambda self: int)
    __traceback__ = property(lambda self: 1 / 0)

    def __str__(self):
        raise SystemExit("text")


def double(x):
    raise Hostile
