from dataclasses import dataclass, field


@dataclass
class Package:
    programs: list
    hooks: list = field(default_factory=list)

    def __call__(self, x):
        for program in self.programs:
            x = self.show(program(x))
        return x

    def show(self, x):
        for hook in tuple(self.hooks):
            result = hook(x)
            if result is None:
                continue
            x = result
        return x
