"""
en: g.clone() is called on every entry, but an entry is None where no input requires a gradient. Ask before you
    clone, or store the tuple as it is.
ko: 모든 항목에 g.clone()을 불렀지만 기울기가 필요 없는 입력의 항목은 None입니다. 확인한 뒤에 복사하거나 tuple을
    그대로 저장하세요.
"""


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(tuple(g.clone() for g in grad_input))
        self.go.append(tuple(g.clone() for g in grad_output))

    def remove(self):
        self.handle.remove()
