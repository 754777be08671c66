"""
en: The gradients were moved to the CPU, to save the GPU's memory. On a GPU .cpu() copies, so what is stored is not
    what the hook was given. Leave moving to the caller.
ko: GPU 메모리를 아끼려고 기울기를 CPU로 옮겼습니다. GPU에서 .cpu()는 복사이므로 hook이 받은 텐서 자체가 저장되지
    않습니다. 옮기는 일은 호출한 쪽에 맡기세요.
"""


def to_cpu(gradients):
    return tuple(None if g is None else g.cpu() for g in gradients)


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(to_cpu(grad_input))
        self.go.append(to_cpu(grad_output))

    def remove(self):
        self.handle.remove()
