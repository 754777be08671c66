"""
en: After the first hook that changes something the others are skipped. All of them run.
ko: 값을 바꾼 hook이 하나 나오면 나머지를 건너뜁니다. 모두 실행되어야 합니다.
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
                    break
        return x
