"""
en: The hooks run once, after the last program. They belong into the loop: after every program.
ko: hook이 마지막 프로그램 뒤에 한 번만 실행됩니다. 프로그램마다 실행되도록 반복문 안에 넣으세요.
"""


class Package:
    def __init__(self, programs):
        self.programs = programs
        self.hooks = []

    def __call__(self, x):
        for program in self.programs:
            x = program(x)
        for hook in self.hooks:
            output = hook(x)
            if output is not None:
                x = output
        return x
