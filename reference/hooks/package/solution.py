class Package:
    def __init__(self, programs):
        self.programs = programs
        self.hooks = []  # in __init__, so that every package has its own

    def __call__(self, x):
        for program in self.programs:
            x = program(x)
            for hook in self.hooks:
                output = hook(x)
                if output is not None:  # `if output:` would lose 0 and []
                    x = output
        return x
