"""
en: gi and go are the wrong way round. The hook's arguments are (module, grad_input, grad_output), in this order.
ko: gi와 go가 서로 바뀌었습니다. hook의 인자는 (module, grad_input, grad_output) 순서입니다.
"""


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_output, grad_input):
        self.gi.append(grad_input)
        self.go.append(grad_output)

    def remove(self):
        self.handle.remove()
