"""
en: None was turned into a zero. "There is no gradient" and "the gradient is zero" are different facts: keep None.
ko: None을 0으로 바꾸었습니다. "기울기가 없다"와 "기울기가 0이다"는 다른 말이니 None을 그대로 두세요.
"""

import torch


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(tuple(torch.zeros(1) if g is None else g for g in grad_input))
        self.go.append(grad_output)

    def remove(self):
        self.handle.remove()
