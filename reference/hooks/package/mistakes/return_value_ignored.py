"""
en: The hooks are called, but what they return is thrown away. It has to replace x.
ko: hook을 부르기만 하고 돌려준 값을 버렸습니다. 그 값이 x를 대신해야 합니다.
"""


class Package:
    def __init__(self, programs):
        self.programs = programs
        self.hooks = []

    def __call__(self, x):
        for program in self.programs:
            x = program(x)
            for hook in self.hooks:
                hook(x)
        return x
