"""
en: Only the first gradient was stored. Store the whole tuple, one entry for each input and for each output.
ko: 첫 번째 기울기만 저장했습니다. 입력마다, 출력마다 하나씩 든 tuple 전체를 저장하세요.
"""


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(grad_input[0])
        self.go.append(grad_output[0])

    def remove(self):
        self.handle.remove()
