"""
en: x = hook(x) also takes over None, so a hook that only looks destroys the value.
ko: x = hook(x)라고 하면 None까지 받아들여, 보기만 하는 hook이 값을 없애 버립니다.
"""


class Package:
    def __init__(self, programs):
        self.programs = programs
        self.hooks = []

    def __call__(self, x):
        for program in self.programs:
            x = program(x)
            for hook in self.hooks:
                x = hook(x)
        return x
