"""
en: register_backward_hook is deprecated: it reports the gradients of the module's last operation, not of its inputs.
    Use register_full_backward_hook.
ko: register_backward_hook은 deprecated되었습니다. 모듈의 입력이 아니라 마지막 연산의 기울기를 알려 줍니다.
    register_full_backward_hook을 쓰세요.
"""

import warnings


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        warnings.simplefilter("ignore")
        self.handle = module.register_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(grad_input)
        self.go.append(grad_output)

    def remove(self):
        self.handle.remove()
