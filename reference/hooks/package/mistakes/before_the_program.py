"""
en: The hooks run before each program, so they see the input of the program and not what came out.
ko: hook이 프로그램보다 먼저 실행되어 결과가 아니라 입력을 보게 됩니다.
"""


class Package:
    def __init__(self, programs):
        self.programs = programs
        self.hooks = []

    def __call__(self, x):
        for program in self.programs:
            for hook in self.hooks:
                output = hook(x)
                if output is not None:
                    x = output
            x = program(x)
        return x
