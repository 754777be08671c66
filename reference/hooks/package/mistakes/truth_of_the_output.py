"""
en: `if output:` asks whether the value is true: 0, False and [] are lost, and a tensor of several elements is an
    error. Ask `if output is not None:`.
ko: `if output:`은 값이 참인지 묻습니다. 그래서 0, False, []를 놓치고, 원소가 여러 개인 텐서에서는 오류가 납니다. `if
    output is not None:`이라고 쓰세요.
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
                if output:
                    x = output
        return x
