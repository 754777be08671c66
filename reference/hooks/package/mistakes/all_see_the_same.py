"""
en: Every hook is given what the program returned, so of several changes only the last one counts. A hook sees what
    the hook before it has made.
ko: 모든 hook에 프로그램의 결과를 그대로 넘겨서 여러 변경 가운데 마지막 것만 남습니다. hook은 앞의 hook이 바꾼 값을
    보아야 합니다.
"""


class Package:
    def __init__(self, programs):
        self.programs = programs
        self.hooks = []

    def __call__(self, x):
        for program in self.programs:
            x = result = program(x)
            for hook in self.hooks:
                output = hook(result)
                if output is not None:
                    x = output
        return x
