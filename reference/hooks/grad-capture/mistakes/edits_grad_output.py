"""
en: After recording, grad_output was edited in place. It is the tensor that the backward pass is still using, for a +
    W even the gradient of W itself, so the parameters' gradients are silently wrong. Work on a copy.
ko: 기록한 뒤 grad_output을 제자리에서 고쳤습니다. backward가 아직 쓰고 있는 텐서이고 a + W에서는 W의 기울기
    자체이므로 파라미터의 기울기가 소리 없이 틀려집니다. 복사본으로 작업하세요.
"""


class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(tuple(g if g is None else g.clone() for g in grad_input))
        self.go.append(tuple(g.clone() for g in grad_output))
        for g in grad_output:
            g.data.mul_(0.5)

    def remove(self):
        self.handle.remove()
