"""
en: remove() empties the lists but leaves the hook on the module, which goes on recording. Keep the handle and call
    its remove().
ko: remove()가 리스트만 비우고 hook은 모듈에 남겨 두어 계속 기록됩니다. handle을 보관했다가 handle.remove()를
    부르세요.
"""


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(grad_input)
        self.go.append(grad_output)

    def remove(self):
        self.gi.clear()
        self.go.clear()
