class GradCapture:
    def __init__(self, module):
        self.gi = []
        self.go = []
        self.handle = module.register_full_backward_hook(self.hook)

    def hook(self, module, grad_input, grad_output):
        self.gi.append(grad_input)
        self.go.append(grad_output)
        # Nothing is returned: a returned tuple would replace grad_input.

    def remove(self):
        self.handle.remove()
