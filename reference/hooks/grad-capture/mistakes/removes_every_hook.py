"""
en: remove() clears all backward hooks of the module, other people's too. Call remove() of your own handle.
ko: remove()가 남의 것까지 모듈의 backward hook을 모두 지웁니다. 자기 handle의 remove()만 부르세요.
"""


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.module = module
        module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(grad_input)
        self.go.append(grad_output)

    def remove(self):
        self.module._backward_hooks.clear()
