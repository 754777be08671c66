# attack: returns an object that equals everything
# expect: error
class Equal:
    def __eq__(self, other):
        return True

    def __getattr__(self, name):
        return self


def double(x):
    return Equal()
