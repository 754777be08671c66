"""
en: A program that returns None leaves None. Here the old value goes on instead: the rule that None changes nothing
    holds for hooks only.
ko: 프로그램이 None을 돌려주면 값은 None이 되어야 하는데 예전 값이 그대로 남습니다. None이면 바꾸지 않는다는 규칙은
    hook에만 해당합니다.
"""


class Package:
    def __init__(self, programs):
        self.programs = programs
        self.hooks = []

    def __call__(self, x):
        for program in self.programs:
            for function in (program, *self.hooks):
                output = function(x)
                if output is not None:
                    x = output
        return x
