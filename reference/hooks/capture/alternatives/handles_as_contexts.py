from contextlib import contextmanager


class Record:
    def __init__(self):
        self.inputs = list()
        self.outputs = list()


@contextmanager
def capture(module):
    record = Record()

    def save_input(module, args, kwargs):
        record.inputs.append(args)

    def save_output(module, args, kwargs, output):
        record.outputs.append(output)

    with (
        module.register_forward_pre_hook(save_input, with_kwargs=True),
        module.register_forward_hook(save_output, with_kwargs=True),
    ):
        yield record
