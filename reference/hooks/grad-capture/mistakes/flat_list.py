"""
en: extend puts the gradients of all backwards into one flat list. Append the tuple, so that one entry is one
    backward.
ko: extend를 쓰면 모든 backward의 기울기가 한 줄로 이어집니다. tuple을 append해서 항목 하나가 backward 하나가 되게
    하세요.
"""


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.extend(grad_input)
        self.go.extend(grad_output)

    def remove(self):
        self.handle.remove()
