"""
en: The hooks are taken off the list as they run, so the next program finds none. They stay until somebody removes
    them.
ko: hook을 실행하면서 리스트에서 꺼내 버려 다음 프로그램에서는 남아 있지 않습니다. 누군가 뺄 때까지 그대로 있어야
    합니다.
"""


class Package:
    def __init__(self, programs):
        self.programs = programs
        self.hooks = []

    def __call__(self, x):
        for program in self.programs:
            x = program(x)
            while self.hooks:
                output = self.hooks.pop(0)(x)
                if output is not None:
                    x = output
        return x
