"""
en: gi and go hold the last backward only. They are lists with one tuple for each backward: append to them.
ko: gi와 go에 마지막 backward만 남습니다. backward마다 tuple이 하나씩 쌓이는 리스트이니 append하세요.
"""


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi = [grad_input]
        self.go = [grad_output]

    def remove(self):
        self.handle.remove()
