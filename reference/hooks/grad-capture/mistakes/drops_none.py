"""
en: The Nones were filtered out, so the tuple no longer has one entry for each input and nobody can tell which is
    which. Keep them.
ko: None을 걸러 내서 tuple의 길이가 입력 수와 달라졌고, 어느 것이 어느 입력의 기울기인지 알 수 없습니다. None을
    그대로 두세요.
"""


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(tuple(g for g in grad_input if g is not None))
        self.go.append(grad_output)

    def remove(self):
        self.handle.remove()
