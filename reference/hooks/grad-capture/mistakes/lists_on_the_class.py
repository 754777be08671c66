"""
en: gi = [] and go = [] in the class body are shared by all objects. Make the lists in __init__.
ko: 클래스 본문의 gi = []와 go = []는 모든 객체가 함께 씁니다. __init__에서 리스트를 만드세요.
"""


class GradCapture:
    gi = []  # noqa: RUF012
    go = []  # noqa: RUF012

    def __init__(self, module):
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(grad_input)
        self.go.append(grad_output)

    def remove(self):
        self.handle.remove()
