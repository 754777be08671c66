"""
en: Only hooks[0] is called. Every hook in the list gets its turn.
ko: hooks[0]만 불렀습니다. 리스트의 모든 hook을 차례로 부르세요.
"""


class Package:
    def __init__(self, programs):
        self.programs = programs
        self.hooks = []

    def __call__(self, x):
        for program in self.programs:
            x = program(x)
            if self.hooks:
                output = self.hooks[0](x)
                if output is not None:
                    x = output
        return x
