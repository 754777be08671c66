"""
en: hooks = [] in the class body is one list for all packages. Make it in __init__.
ko: 클래스 본문의 hooks = []는 모든 패키지가 함께 쓰는 리스트 하나입니다. __init__에서 만드세요.
"""


class Package:
    hooks = []  # noqa: RUF012

    def __init__(self, programs):
        self.programs = programs

    def __call__(self, x):
        for program in self.programs:
            x = program(x)
            for hook in self.hooks:
                output = hook(x)
                if output is not None:
                    x = output
        return x
