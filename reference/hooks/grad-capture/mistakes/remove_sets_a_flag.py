"""
en: remove() only stops the recording. The hook stays on the module, runs in every backward and keeps this object
    alive. Keep the handle and call its remove().
ko: remove()가 기록만 멈춥니다. hook은 모듈에 남아 backward마다 실행되고 이 객체도 메모리에 계속 남습니다. handle을
    보관했다가 handle의 remove()를 부르세요.
"""


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.active = True
        module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        if self.active:
            self.gi.append(grad_input)
            self.go.append(grad_output)

    def remove(self):
        self.active = False
