from contextlib import ExitStack


class _Record(ExitStack):
    def __init__(self, module):
        super().__init__()
        self.inputs, self.outputs = [], []

        def pre_hook(_, args):
            self.inputs += [args]
            return args

        def hook(_, args, output):
            self.outputs += [output]
            return output

        self.callback(module.register_forward_pre_hook(pre_hook).remove)
        self.callback(module.register_forward_hook(hook).remove)


def capture(module):
    return _Record(module)
