"""
en: False was treated like None. Only None means that the hook does not want to change anything.
ko: False를 None처럼 다루었습니다. '바꾸지 않음'을 뜻하는 것은 None뿐입니다.
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
                if output is not None and output is not False:
                    x = output
        return x
