class capture:
    def __init__(self, module):
        self.module = module
        self.inputs = []
        self.outputs = []

    def __enter__(self):
        self.before = self.module.register_forward_pre_hook(self.on_input)
        self.after = self.module.register_forward_hook(self.on_output)
        return self

    def __exit__(self, kind, error, traceback):
        self.before.remove()
        self.after.remove()

    def on_input(self, module, args):
        self.inputs.append(args)

    def on_output(self, module, args, output):
        self.outputs.append(output)
