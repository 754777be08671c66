"""
en: A forward hook sees values, not gradients. Gradients exist only during backward: register_full_backward_hook.
ko: forward hook은 기울기가 아니라 값을 봅니다. 기울기는 backward에서 비로소 생기므로 register_full_backward_hook을
    쓰세요.
"""


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_forward_hook(self.hook)

    def hook(self, module, args, output):
        self.gi.append(args)
        self.go.append(output if isinstance(output, tuple) else (output,))

    def remove(self):
        self.handle.remove()
