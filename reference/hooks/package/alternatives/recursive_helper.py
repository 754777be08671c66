from functools import reduce


class Package:
    def __init__(self, programs):
        self.programs = list(programs)
        self.hooks = []

    @staticmethod
    def _through(value, hook):
        changed = hook(value)
        return value if changed is None else changed

    def __call__(self, x):
        return reduce(lambda value, program: reduce(self._through, self.hooks, program(value)), self.programs, x)
