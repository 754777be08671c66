"""
en: The value is replaced for the hooks only: the next program gets the old one. Keep one variable for the value.
ko: 바뀐 값이 hook들 사이에서만 쓰이고 다음 프로그램은 예전 값을 받습니다. 값은 변수 하나에 담으세요.
"""


class Package:
    def __init__(self, programs):
        self.programs = programs
        self.hooks = []

    def __call__(self, x):
        shown = x
        for program in self.programs:
            x = program(x)
            shown = x
            for hook in self.hooks:
                output = hook(shown)
                if output is not None:
                    shown = output
        return shown
