class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self._handles = (
            module.register_full_backward_pre_hook(lambda module, grad_output: self.go.append(grad_output)),
            module.register_full_backward_hook(lambda module, grad_input, _: self.gi.append(grad_input)),
        )

    def remove(self):
        while self._handles:
            self._handles[0].remove()
            self._handles = self._handles[1:]
