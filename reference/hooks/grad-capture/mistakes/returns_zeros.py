"""
en: The hook returns zeros, and what a backward hook returns replaces the gradients of the inputs: nothing before
    this module learns any more. Return nothing.
ko: hook이 0을 돌려줍니다. backward hook이 돌려준 값은 입력의 기울기를 대신하므로 이 모듈보다 앞은 더 이상 학습되지
    않습니다. 아무것도 돌려주지 마세요.
"""

import torch


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(grad_input)
        self.go.append(grad_output)
        return tuple(g if g is None else torch.zeros_like(g) for g in grad_input)

    def remove(self):
        self.handle.remove()
